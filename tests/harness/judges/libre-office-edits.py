"""Edits a text in LibreOffice as a person would, with changes tracked, and saves it in several formats.
Needs Debian's python3-uno, a folder for LibreOffice's profile, and a file of JSON: {"file", "filter", "steps": [[what, ...]],
"to": [[path, filter]]}. Steps: author NAME · track YES · replace OLD NEW · append AFTER TEXT (a new paragraph) ·
prepend BEFORE TEXT · remove PARAGRAPH (with its end) · split AT · join FIRST · bold WORDS · remark WORDS TEXT."""
import json, os, subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

profile = sys.argv[1]
with open(sys.argv[2], encoding='utf-8') as file:
    job = json.load(file)
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
value = lambda name, what: PropertyValue(name, 0, what, 0)


def author(name):
    provider = services.createInstanceWithContext('com.sun.star.configuration.ConfigurationProvider', context)
    data = provider.createInstanceWithArguments(
        'com.sun.star.configuration.ConfigurationUpdateAccess', (value('nodepath', '/org.openoffice.UserProfile/Data'),))
    given, _, family = name.rpartition(' ')
    data.setPropertyValue('givenname', given)
    data.setPropertyValue('sn', family)
    data.commitChanges()


try:
    # Without a view: builds without windows end where one would be shown.
    document = services.createInstanceWithContext('com.sun.star.text.TextDocument', context)
    document.load((value('URL', uno.systemPathToFileUrl(job['file'])), value('FilterName', job['filter']), value('Hidden', True)))

    def paragraphs(text):
        for part in text:
            if part.supportsService('com.sun.star.text.TextTable'):
                for name in part.CellNames:
                    yield from paragraphs(part.getCellByName(name))
            else:
                yield part

    # Searching needs a view.
    def found(words):
        for paragraph in paragraphs(document.Text):
            at = paragraph.String.find(words)
            if at >= 0:
                cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
                cursor.goRight(at, False)
                cursor.goRight(len(words), True)
                return cursor
        raise SystemExit(f'not in the document: {words}')

    def paragraph_with(words):
        place = found(words)
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def step(what, *arguments):
        if what == 'author':
            author(arguments[0])
        elif what == 'track':
            document.RecordChanges = arguments[0]
        elif what == 'replace':
            old, new = arguments
            place = found(old)
            place.Text.insertString(place, new, True)
        elif what == 'append':
            after, new = arguments
            cursor = paragraph_with(after)
            cursor.collapseToEnd()
            cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            cursor.Text.insertString(cursor, new, False)
        elif what == 'prepend':
            before, new = arguments
            cursor = paragraph_with(before)
            cursor.collapseToStart()
            cursor.Text.insertString(cursor, new, False)
            cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        elif what == 'remove':
            cursor = paragraph_with(arguments[0])
            cursor.goRight(1, True)
            cursor.setString('')
        elif what == 'split':
            place = found(arguments[0])
            cursor = place.Text.createTextCursorByRange(place.End)
            cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        elif what == 'join':
            cursor = paragraph_with(arguments[0])
            cursor.collapseToEnd()
            cursor.goRight(1, True)
            cursor.setString('')
        elif what == 'bold':
            found(arguments[0]).CharWeight = 150.0
        elif what == 'remark':
            place = found(arguments[0])
            note = document.createInstance('com.sun.star.text.textfield.Annotation')
            note.Content = arguments[1]
            note.Author = arguments[2] if len(arguments) > 2 else 'Kim Beispiel'
            place.Text.insertTextContent(place, note, True)
        else:
            raise SystemExit(f'unknown step: {what}')

    for one in job['steps']:
        step(*one)
    for path, name in job['to']:
        document.storeToURL(uno.systemPathToFileUrl(path), (value('FilterName', name),))
    document.close(False)
finally:
    try:
        services.createInstanceWithContext('com.sun.star.frame.Desktop', context).terminate()
    except Exception:
        pass  # The connection ends with the program.
    office.wait(30)
