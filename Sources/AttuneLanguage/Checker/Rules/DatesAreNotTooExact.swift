import AttuneDiagnostics
import AttuneInstrument

/// A month or an area is often enough, where an exact date or a postcode shows who somebody is.
///
/// A date of birth and a postcode together single out almost everybody.
struct DatesAreNotTooExact: Rule {
  static let code = "A314"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let postcodes = scope.wordIndex.first { ["postcode", "postcodes"].contains($0) }
    for item in scope.file.items {
      if let answer = item.answer, case .date(.day) = answer.value {
        findings.append(.exactDate(answer.range))
      } else if let word = postcodes[item.heading.range.lower] {
        findings.append(.postcode(word))
      }
    }
  }
}

extension Finding {
  fileprivate static func exactDate(_ range: SourceRange) -> Finding {
    Finding(
      DatesAreNotTooExact.code, .pleaseCheck, "An exact date is asked; a month may be enough",
      at: range,
      fixes: [
        Fix(.likely, "write: date, month", edits: [.init(range, with: "date, month")]),
        Fix(.possible, "if it is right as it is, add: accept: A314 because ..."),
      ])
  }

  fileprivate static func postcode(_ word: Name) -> Finding {
    Finding(
      DatesAreNotTooExact.code, .pleaseCheck, "A postcode is asked; an area may be enough",
      at: word.range,
      fixes: [
        Fix(.possible, "ask for the area, or for the first half of the postcode"),
        Fix(.possible, "if it is right as it is, add: accept: A314 because ..."),
      ])
  }
}
