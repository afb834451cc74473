import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';

/** The way to the bin, where there is something in it. */
export function BinLink() {
  const { queries } = useCore();
  const { data = [] } = useQuery(queries.bin.list.queryOptions({ staleTime: 0 }));
  return data.length === 0 ? null : (
    <Link to="/papierkorb" className="button link">
      {t.bin.openCount(data.length)}
    </Link>
  );
}
