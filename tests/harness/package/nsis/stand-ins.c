/*
 * What the installer's script asks of plugins that no package registry has, for 64-bit programs: just enough to run it without a window.
 * Plain functions without data, constants or calls to the system, so that their bytes work wherever they are put.
 *
 * A plugin is called with the window, the size of a string, the script's variables and the top of its stack.
 */
typedef unsigned short character;
typedef struct item {
  struct item *next;
  character text[1];
} item;

#define PLUGIN __attribute__((ms_abi)) void
#define CALLED_BY_SCRIPT void *window, int size, character *variables, item **top

static void drop(item **top) { *top = (*top)->next; }

/* Process environment block → parameters of the process → command line. */
static const character *command_line(void) {
  const char *block;
  __asm__("movq %%gs:0x60, %0" : "=r"(block));
  const char *parameters = *(const char *const *)(block + 0x20);
  return *(const character *const *)(parameters + 0x78);
}

static const character *arguments(void) {
  const character *at = command_line();
  const character end = *at == '"' ? '"' : ' ';
  if (*at == '"') at++;
  while (*at != 0 && *at != end) at++;
  if (*at == '"') at++;
  while (*at == ' ') at++;
  return at;
}

PLUGIN WinShell_SetLnkAUMI(CALLED_BY_SCRIPT) {
  drop(top);
  drop(top);
}
PLUGIN WinShell_UninstShortcut(CALLED_BY_SCRIPT) { drop(top); }
PLUGIN WinShell_UninstAppUserModelId(CALLED_BY_SCRIPT) { drop(top); }

/* "2s": is this an administrator? Yes, as Wine says. "3s": was it started by another installer? No. */
PLUGIN UAC__(CALLED_BY_SCRIPT) {
  character *text = (*top)->text;
  text[0] = text[0] == '2' ? '1' : '0';
  text[1] = 0;
}

PLUGIN StdUtils_GetAllParameters(CALLED_BY_SCRIPT) {
  const character *from = arguments();
  character *to = (*top)->text;
  for (int left = size - 1; left > 0 && *from != 0; left--) *to++ = *from++;
  *to = 0;
}

/* "updated" is true where the command line has --updated or /updated as a word. */
PLUGIN StdUtils_TestParameter(CALLED_BY_SCRIPT) {
  character *name = (*top)->text;
  int found = 0;
  for (const character *at = arguments(); *at != 0 && !found; at++) {
    if (*at != '-' && *at != '/') continue;
    const character *word = at + 1;
    const character *wanted = name;
    while (*wanted != 0 && *word == *wanted) word++, wanted++;
    found = *wanted == 0 && (*word == 0 || *word == ' ');
  }
  name[0] = found ? 't' : 'f';
  name[1] = found ? 'r' : 'a';
  name[2] = found ? 'u' : 'l';
  name[3] = found ? 'e' : 's';
  name[4] = found ? 0 : 'e';
  name[5] = 0;
}

PLUGIN StdUtils_GetParentPath(CALLED_BY_SCRIPT) {
  character *last = 0;
  for (character *at = (*top)->text; *at != 0; at++)
    if (*at == '\\') last = at;
  if (last != 0) *last = 0;
}

/* Would start the program after installing, which a silent installation does not. */
PLUGIN StdUtils_ExecShellAsUser(CALLED_BY_SCRIPT) {
  drop(top);
  drop(top);
  (*top)->text[0] = 0;
}
