/** Every package in the program, found while typing; its licence text folds out. */
import { useDeferredValue, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { PackageLicence } from '../../../src-main/contract/shell/procedures.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fittingPackages } from './fitting-packages.ts';

function Licence({ entry: { name, version, licence, text } }: { readonly entry: PackageLicence }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={4} className="licence-head">
        <AriaButton slot="trigger" className="button quiet licence-trigger">
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} small />
          <span className="ellipsis">
            {name} {version}
          </span>
          <span className="trailing soft">{licence}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        {/* Scrolled by keyboard, so it takes the focus. Licence texts are in English. */}
        {isOpen && (
          <pre className="licence-text" tabIndex={0} lang="en" role="group" aria-label={t.about.licenceOf(name)}>
            {text}
          </pre>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

export function LicenceList({ packages }: { readonly packages: readonly PackageLicence[] }) {
  const [text, setText] = useState('');
  const found = fittingPackages(packages, useDeferredValue(text));
  return (
    <section className="licences" aria-label={t.about.licences}>
      <div className="licences-head">
        <h3>{t.about.licences}</h3>
        <span className="soft" role="status">
          {t.about.count(found.length)}
        </span>
        <TextField
          label={t.about.search}
          hideLabel
          type="search"
          placeholder={t.about.searchPlaceholder}
          value={text}
          onChange={setText}
        />
      </div>
      <ul className="licence-list">
        {found.map((entry) => (
          <li key={`${entry.name}@${entry.version}`}>
            <Licence entry={entry} />
          </li>
        ))}
        {found.length === 0 && <li className="soft">{t.about.nothing}</li>}
      </ul>
    </section>
  );
}
