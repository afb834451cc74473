import { describe, expect, it } from 'vitest';
import { endingContradicts, honestName, misleadingEnding } from '../../../src-main/core/attachment/honest-name.ts';
import { attachmentFileName, nameFromFile } from '../../../src-main/core/attachment/printed-attachments.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('an ending that contradicts the content', () => {
  it.each([
    ['plan.pdf', DOCX, 'plan-pdf.docx'],
    ['plan.docx', 'application/pdf', 'plan-docx.pdf'],
    ['bild.png', 'image/jpeg', 'bild-png.jpg'],
    ['bescheid.pdf', 'text/html', 'bescheid-pdf.html'],
    ['tabelle.xlsx', 'application/pdf', 'tabelle-xlsx.pdf'],
    ['tabelle.csv', 'application/pdf', 'tabelle-csv.pdf'],
  ])('is named, and %s goes out with the right one', (fileName, mimeType, name) => {
    expect(endingContradicts(fileName, mimeType)).toBe(true);
    expect(honestName(fileName, mimeType)).toBe(name);
  });

  it('is named where the content is nothing we know, and stays', () => {
    expect(endingContradicts('bescheid.pdf', 'application/octet-stream')).toBe(true);
    expect(honestName('bescheid.pdf', 'application/octet-stream')).toBe('bescheid.pdf');
  });

  it.each([
    ['plan.pdf', 'application/pdf'],
    ['PLAN.PDF', 'application/pdf'],
    ['brief.doc', 'application/rtf'],
    ['verschluesselt.docx', 'application/x-ole-storage'],
    ['foto.JPEG', 'image/jpeg'],
    ['liste.csv', 'text/plain'],
    ['scan.tif', 'application/octet-stream'],
    ['ohne Endung', 'application/pdf'],
    ['Protokoll 12.03.2026', 'application/pdf'],
    ['skizze.odt', 'application/vnd.oasis.opendocument.text'],
  ])('is not claimed of %s with %s', (fileName, mimeType) => {
    expect(endingContradicts(fileName, mimeType)).toBe(false);
    expect(honestName(fileName, mimeType)).toBe(fileName);
  });
});

describe('the name of an attachment that ends like another file', () => {
  it.each([
    ['Rechnung.pdf', 'Rechnung.exe', '.pdf'],
    ['Plan\u2024pdf', 'Plan.docx', '.pdf'],
    ['Plan.PDF ', 'Plan.exe', '.PDF'],
    ['Bescheid.exe', 'Bescheid.pdf', '.exe'],
    ['Bescheid.pdf', 'Bescheid', '.pdf'],
  ])('is told: „%s“ for %s', (name, fileName, ending) => {
    expect(misleadingEnding(name, fileName)).toBe(ending);
  });

  it.each([
    ['Rechnung.pdf', 'rechnung.PDF'],
    ['Lageplan', 'lageplan.exe'],
    ['Anlage Nr. 5', 'plan.pdf'],
    ['Protokoll vom 12.03.2026', 'protokoll.docx'],
    ['Vertrag d. Stadt', 'vertrag.pdf'],
  ])('is not claimed of „%s“ for %s', (name, fileName) => {
    expect(misleadingEnding(name, fileName)).toBeNull();
  });
});

describe('what an attachment is called and goes out as', () => {
  it('never has the ending that its words pretend', () => {
    expect(nameFromFile('Bescheid.pdf\u202e.exe')).not.toMatch(/\u202e/);
    expect(attachmentFileName('S1', 'Anlage', 1, 'Bescheid.pdf', 'x.exe')).toBe('S1 Anlage 1 – Bescheid-pdf.exe');
    expect(attachmentFileName('S1', 'Anlage', 1, 'Bescheid.pdf', 'x.pdf')).toBe('S1 Anlage 1 – Bescheid.pdf');
    expect(attachmentFileName('S1', 'Anlage', 1, 'Bescheid.pdf', 'x')).toBe('S1 Anlage 1 – Bescheid-pdf');
    expect(attachmentFileName('S1', 'Anlage', 1, 'Bescheid.pdf', 'x.appref-ms')).toBe(
      'S1 Anlage 1 – Bescheid-pdf.appref-ms',
    );
    expect(attachmentFileName('S1', 'Anlage', 1, 'a\u202efdp', 'x\u202e.exe')).toBe('S1 Anlage 1 – afdp.exe');
  });
});

describe('a document that ends like a program', () => {
  it.each(['bild.exe', 'bild.scr', 'Bescheid.LNK', 'plan.js'])('is told, and goes out as what it is: %s', (name) => {
    expect(endingContradicts(name, 'application/pdf')).toBe(true);
    expect(honestName(name, 'application/pdf')).toMatch(/\.pdf$/);
  });

  it('is none where nothing was recognised, or only text', () => {
    expect(endingContradicts('skript.js', 'text/plain')).toBe(false);
    expect(endingContradicts('programm.exe', 'application/octet-stream')).toBe(false);
  });
});
