import AttuneStore
import AttuneTerminal
import Foundation

/// Asks for a person's three words, up to three times, until they open something.
///
/// Words that open nothing are answered alike, whatever the reason. `h` or `support` shows
/// `support`, where there is any.
func askForCode(
  from reader: inout StandardInput, support: [String] = [],
  opening: (PersonCode) throws -> KeptSession?
) throws -> (code: PersonCode, session: KeptSession)? {
  var tries = 0
  while tries < 3 {
    let helplines = support.isEmpty ? "" : " For helplines, type h."
    print("Please type your three words, and press Enter.\(helplines)\n> ", terminator: "")
    fflush(nil)
    guard case .line(let line) = reader.next() else { return nil }
    if !reader.isEchoed { print("") }
    if !support.isEmpty, ["h", "support"].contains(line.lowercased()) {
      print((support + [""]).joined(separator: "\n"))
      continue
    }
    tries += 1
    let code = PersonCode(typed: line)
    if let session = try opening(code) { return (code, session) }
    print("Sorry, I could not open anything with these words.")
  }
  return nil
}
