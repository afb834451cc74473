"""Checks the manifest of an OPC signature with Python's own ZIP, XML and hashing: prints `ok NAME` or `WRONG NAME` per reference,
then `unsigned NAME` for every part and relationship that the manifest leaves out. Shares no code with the product."""
import base64, hashlib, io, sys, zipfile
import xml.etree.ElementTree as ET

DS = '{http://www.w3.org/2000/09/xmldsig#}'
OPC = '{http://schemas.openxmlformats.org/package/2006/digital-signature}'
REL = '{http://schemas.openxmlformats.org/package/2006/relationships}'
HASHES = {
    'http://www.w3.org/2001/04/xmlenc#sha256': hashlib.sha256,
    'http://www.w3.org/2001/04/xmldsig-more#sha384': hashlib.sha384,
    'http://www.w3.org/2001/04/xmlenc#sha512': hashlib.sha512,
}


def chosen(part, transform):
    root = ET.fromstring(part)
    ids = {e.get('SourceId') for e in transform.iter(OPC + 'RelationshipReference')}
    types = {e.get('SourceType') for e in transform.iter(OPC + 'RelationshipsGroupReference')}
    kept = [e for e in root if e.get('Id') in ids or e.get('Type') in types]
    ET.register_namespace('', REL[1:-1])
    fresh = ET.Element(REL + 'Relationships')
    for e in sorted(kept, key=lambda e: e.get('Id')):
        attributes = dict(e.attrib)
        attributes.setdefault('TargetMode', 'Internal')
        ET.SubElement(fresh, REL + 'Relationship', attributes)
    text = ET.tostring(fresh, encoding='unicode', default_namespace=None)
    return ET.canonicalize(text).encode(), {e.get('Id') for e in kept}


archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
parts = {'/' + name: archive.read(name) for name in archive.namelist()}
signature = ET.fromstring(parts['/' + sys.argv[2]])
signed, relations = set(), {}
for reference in signature.find(DS + 'Object/' + DS + 'Manifest').findall(DS + 'Reference'):
    name = reference.get('URI').split('?')[0]
    data = parts.get(name, b'')
    transforms = reference.findall(f'{DS}Transforms/{DS}Transform')
    if transforms:
        data, relations[name] = chosen(data, transforms[0])
    else:
        signed.add(name)
    digest = HASHES[reference.find(DS + 'DigestMethod').get('Algorithm')](data).digest()
    right = digest == base64.b64decode(reference.find(DS + 'DigestValue').text)
    print('ok' if right else 'WRONG', name)
for name in sorted(parts):
    if name == '/[Content_Types].xml' or name.startswith('/_xmlsignatures/') or name in signed:
        continue
    if name not in relations:
        print('unsigned', name)
        continue
    for e in ET.fromstring(parts[name]):
        if e.get('Id') not in relations[name] and not e.get('Type').endswith('/digital-signature/origin'):
            print('unsigned', f"{name}#{e.get('Id')}")
