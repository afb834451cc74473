"""Asks LibreOffice about the signatures of DOCX files: one line per signature, `FILE<TAB>valid|invalid<TAB>SIGNER`.
Needs Debian's python3-uno and a folder for LibreOffice's profile as first argument."""
import os, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.embed.ElementModes import READ

profile, files = sys.argv[1], sys.argv[2:]
pipe = f'pipe,name=stellwerk-{os.getpid()}'
office = subprocess.Popen(
    ['soffice', '--headless', '--norestore', '--nodefault', f'-env:UserInstallation=file://{profile}', f'--accept={pipe};urp;'],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for attempt in range(300):
    try:
        context = resolver.resolve(f'uno:{pipe};urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.2)
services = context.ServiceManager
# The archive as such: as a package LibreOffice hides the folder with the signatures.
format_property = uno.Any('[]com.sun.star.beans.PropertyValue', (PropertyValue('StorageFormat', 0, 'ZipFormat', 0),))
try:
    for path in files:
        factory = services.createInstanceWithContext('com.sun.star.embed.StorageFactory', context)
        arguments = (uno.systemPathToFileUrl(os.path.abspath(path)), READ, format_property)
        storage = uno.invoke(factory, 'createInstanceWithArguments', (arguments,))
        judge = services.createInstanceWithContext('com.sun.star.security.DocumentDigitalSignatures', context)
        for found in judge.verifyDocumentContentSignatures(storage, None):
            verdict = 'valid' if found.SignatureIsValid else 'invalid'
            print(path, verdict, found.Signer.SubjectName if found.Signer else '', sep='\t')
finally:
    # Also when nobody reads the answers any more: LibreOffice would stay.
    try:
        services.createInstanceWithContext('com.sun.star.frame.Desktop', context).terminate()
    except Exception:
        pass  # The connection ends with the program.
    office.wait(30)
