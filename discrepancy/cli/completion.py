"""Completion of commands and options in bash, zsh and fish, printed from the parser itself."""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["SHELLS", "render_completion"]

SHELLS = ("bash", "zsh", "fish")


class _Option(NamedTuple):
    """An option of a command: its names, its help, the words it may have, and whether it wants one."""

    names: tuple[str, ...]
    about: str
    words: tuple[str, ...]
    wants: bool


def render_completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script that a shell reads to complete the words of this parser."""
    commands = _commands(parser)
    options = {"": _options(parser), **{name: _options(command) for name, command in commands.items()}}
    about = {name: command.description or "" for name, command in commands.items()}
    words = {name: _words(command) for name, command in commands.items()}
    if shell == "fish":
        return "\n".join(_fish(options, about, words)) + "\n"
    if shell == "zsh":
        return "#compdef discrepancy\nautoload -U +X bashcompinit && bashcompinit\n" + _bash(options, words)
    return _bash(options, words)


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser) -> list[_Option]:
    return [
        _Option(
            tuple(action.option_strings),
            action.help or "",
            tuple(map(str, action.choices or ())),
            action.nargs != 0,
        )
        for action in parser._actions
        if action.option_strings
    ]


def _words(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    """Return the words that stand without an option; none where these are files."""
    return tuple(
        str(word) for action in parser._actions if not action.option_strings for word in action.choices or ()
    )


def _bash(options: dict[str, list[_Option]], words: dict[str, tuple[str, ...]]) -> str:
    lines = [
        "_discrepancy() {",
        '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
    ]
    lines += ['  local command="" word n=0', '  for word in "${COMP_WORDS[@]}"; do']
    lines += ['    [ "$n" -lt "$COMP_CWORD" ] || break', "    n=$((n + 1))"]
    lines += [
        f'    case "$word" in {"|".join(words)}) command="$word"; break;; esac',
        "  done",
        "  COMPREPLY=()",
    ]
    lines.append('  case "$command $before" in')
    for name, row in options.items():
        for option in (option for option in row if option.wants):
            patterns = "|".join(f'"{name} {spelling}"' for spelling in option.names)
            lines.append(f"    {patterns}) {_reply(option.words)}; return;;")
    lines += ["  esac", '  case "$command $current" in']
    for name, row in options.items():
        lines.append(
            f'    "{name} -"*) {_reply([spelling for option in row for spelling in option.names])}; return;;'
        )
    lines += ["  esac", '  case "$command" in', f'    "") {_reply(words)};;']
    lines += [f"    {name}) {_reply(known)};;" for name, known in words.items()]
    return "\n".join([*lines, "  esac", "}", "complete -o default -F _discrepancy discrepancy", ""])


def _reply(words: object) -> str:
    """Offer these words; files, which the shell offers by itself, where there are none."""
    offered = " ".join(words) if isinstance(words, list | tuple | dict) else ""
    return f'COMPREPLY=($(compgen -W "{offered}" -- "$current"))' if offered else ":"


def _fish(
    options: dict[str, list[_Option]], about: dict[str, str], words: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    first = "__fish_use_subcommand"
    for name, said in about.items():
        yield f"complete -c discrepancy -f -n {first} -a {name} -d {_quoted(said)}"
    for name, row in options.items():
        where = f"-n '__fish_seen_subcommand_from {name}'" if name else f"-n {first}"
        for option in row:
            spelled = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            value = f" -x -a '{' '.join(option.words)}'" if option.words else " -r" if option.wants else ""
            yield f"complete -c discrepancy {where} {spelled}{value} -d {_quoted(option.about)}"
        if words.get(name):
            yield f"complete -c discrepancy -f {where} -a '{' '.join(words[name])}'"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
