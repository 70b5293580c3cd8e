import { completionWord } from '../../cli/argv.ts';

/** Shells that completion is there for. */
export type Shell = 'bash' | 'zsh' | 'fish' | 'powershell';

/** What stands for a line of candidates where the shell itself is to offer files, or folders. */
export const fileMark = ':file';
export const folderMark = ':folder';

/** What each shell runs at its start to complete commands of the tool. */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# liaison: eval "$(liaison completion bash)"
_liaison() {
  local line value last ascii
  local -a given
  given=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  last=\${COMP_WORDS[COMP_CWORD]}
  unset 'given[\${#given[@]}-1]'
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      ${fileMark}) compopt -o default; return ;;
      ${folderMark}) compopt -o dirnames; return ;;
    esac
    value=\${line%%$'\\t'*}
    case $last in
      \\"*) value=\${value//\\\\/\\\\\\\\}; value=\${value//\\"/\\\\\\"}; value=\${value//\\$/\\\\\\$}; value=\${value//\\\`/\\\\\\\`} ;;
      \\'*) value=\${value//\\'/\\'\\\\\\'\\'} ;;
      *) ascii=\${value//[^ -~]/}; case $ascii in *[!A-Za-z0-9_./:=+,@%-]*) value=$(printf '%q' "$value") ;; esac ;;
    esac
    COMPREPLY+=("$value")
  done < <(liaison ${completionWord} -- "\${given[@]}" "+\${last#[\\"\\']}" 2>/dev/null)
}
complete -F _liaison liaison
`,
  zsh: `#compdef liaison
# liaison: eval "$(liaison completion zsh)" after compinit
_liaison() {
  local line
  local -a lines values shown
  lines=("\${(@f)$(liaison ${completionWord} -- "\${(@Q)words[2,CURRENT-1]}" "+\${(Q)words[CURRENT]}" 2>/dev/null)}")
  case $lines[1] in
    ${fileMark}) _files; return ;;
    ${folderMark}) _files -/; return ;;
    '') return 1 ;;
  esac
  for line in $lines; do
    values+=("\${line%%$'\\t'*}")
    if [[ $line == *$'\\t'* ]]; then
      shown+=("\${line%%$'\\t'*}  -- \${line#*$'\\t'}")
    else
      shown+=("$line")
    fi
  done
  compadd -l -U -d shown -a values
}
if [[ $funcstack[1] == _liaison ]]; then
  _liaison "$@"
else
  compdef _liaison liaison
fi
`,
  fish: `# liaison: liaison completion fish | source
function __liaison_complete
    set -l given (commandline -opc)
    set -l last (commandline -ct)
    set -l lines (liaison ${completionWord} -- $given[2..-1] "+$last" 2>/dev/null)
    switch "$lines[1]"
        case ${fileMark}
            __fish_complete_path "$last"
        case ${folderMark}
            __fish_complete_directories "$last"
        case '*'
            printf '%s\\n' $lines
    end
end
complete -c liaison -f -a '(__liaison_complete)'
`,
  powershell: `# liaison: liaison completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName liaison -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $given = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString().Trim([char[]]"'\`"") })
    if ($wordToComplete -ne '' -and $given.Count -gt 0) { $given = @($given | Select-Object -SkipLast 1) }
    $last = '+' + $wordToComplete.Trim([char[]]"'\`"")
    liaison ${completionWord} -- @given $last 2>$null | Where-Object { $_ -notmatch '^:' } | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        $typed = if ($value -match '[\\s()&;,|<>$]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $about)
    }
}
`,
};
