import AttuneStore
import AttuneTerminal
import Foundation

/// Asks for a person's three words, up to three times, until they open something.
///
/// Words that open nothing are answered alike, whatever the reason.
func askForCode(
  from reader: inout StandardInput, opening: (PersonCode) throws -> KeptSession?
) throws -> (code: PersonCode, session: KeptSession)? {
  for _ in 0..<3 {
    print("Please type your three words, and press Enter.\n> ", terminator: "")
    fflush(nil)
    guard case .line(let line) = reader.next() else { return nil }
    if !reader.isEchoed { print("") }
    let code = PersonCode(typed: line)
    if let session = try opening(code) { return (code, session) }
    print("Sorry, I could not open anything with these words.")
  }
  return nil
}
