#!/bin/sh
# Starts a program as somebody without rights: under root Chromium's sandbox ends its own network service. Who is not root stays who they
# are. Ends with whoever started it. Usage: as-person.sh PROGRAM ARGUMENTS …, or with the program in STELLWERK_TEST_PROGRAM where somebody
# else puts arguments in front of all.
if [ -n "$STELLWERK_TEST_PROGRAM" ]; then
  set -- "$STELLWERK_TEST_PROGRAM" "$@"
  unset STELLWERK_TEST_PROGRAM
fi
umask 022
if [ "$(id -u)" = 0 ]; then
  exec setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all --pdeathsig=KILL "$@"
fi
exec setpriv --pdeathsig=KILL "$@"
