#!/usr/bin/env bash
# Stands where electron-builder looks for its own NSIS and hands everything to the system's. Keeps the script and what the compiler said,
# named after what is compiled. Wine here runs 64-bit programs only, so what shall run is compiled for 64 bits once more: the program that
# writes the uninstaller always, the others as "….64.exe" where STELLWERK_NSIS_64 is set.
#   STELLWERK_NSIS_FOLDER  plugins/amd64-unicode, include (see installers.ts); takes scripts and logs
set -euo pipefail
folder=$STELLWERK_NSIS_FOLDER

kind=installer
output=
for argument; do
  case $argument in
    -DBUILD_UNINSTALLER) kind=uninstaller ;;
    -DREQUEST_EXECUTION_LEVEL=*) kind=portable ;;
    '-XOutFile '*) output=$(sed 's/^-XOutFile "\(.*\)"$/\1/' <<<"$argument") ;;
  esac
done
cat >"$folder/$kind.nsi"

# compile FILE LOG OPTIONS … -- ARGUMENTS …
compile() {
  local file=$1 log=$2 argument options=()
  shift 2
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  local changed=()
  for argument; do
    case $argument in
      '-XOutFile '*) changed+=("-XOutFile \"$file\"") ;;
      *) changed+=("$argument") ;;
    esac
  done
  makensis "${options[@]}" "${changed[@]}" <"$folder/$kind.nsi" >"$log" 2>&1 || {
    tail -n 20 "$log"
    return 1
  }
}

# Whether Windows has 64 bits is no question for a program of 64 bits: LogicLib's label for "no" is never jumped to.
for_64_bits=(
  '-XTarget amd64-unicode'
  '-X!pragma warning disable 6012'
  "-X!addplugindir /amd64-unicode \"$folder/plugins/amd64-unicode\""
  "-X!addincludedir \"$folder/include\""
  "-DSTELLWERK_UNPACKED=$(dirname "$output")/win-unpacked"
)
# LogicLib is silent about what it writes, else.
tell_all=(-V4 -DLOGICLIB_VERBOSITY=4)
if [ $kind = uninstaller ]; then
  compile "$folder/uninstaller.exe" "$folder/$kind.log" "${tell_all[@]}" -- "$@"
  compile "$output" "$folder/$kind.64.log" -V2 "${for_64_bits[@]}" -- "$@"
else
  compile "$output" "$folder/$kind.log" "${tell_all[@]}" -- "$@"
  [ -z "${STELLWERK_NSIS_64:-}" ] || compile "${output%.exe}.64.exe" "$folder/$kind.64.log" -V2 "${for_64_bits[@]}" -- "$@"
fi
