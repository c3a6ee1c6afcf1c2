import AttuneDiagnostics
import AttuneLanguage
import Foundation

/// Asks about likely fixes one by one, from the top of a text to its end.
struct LikelyFixes {
  private(set) var text: SourceText
  /// How many were made.
  private(set) var made = 0
  /// What was asked about last and stayed; fixes up to there are not asked about again.
  private var passed: (offset: Int, code: String) = (-1, "")

  private let check: (SourceText) -> [Finding]

  init(_ text: SourceText, findings check: @escaping (SourceText) -> [Finding]) {
    self.text = text
    self.check = check
  }

  mutating func askAll() {
    while let (finding, fix, fixed) = next() {
      let change = LineChange(from: text, to: fixed)
      print(
        """
        \(finding.title.inert)  [\(finding.code), \(finding.level.rawValue)]
        \(text.name.inert), line \(change.line): \(fix.title.inert)

        \(change.picture)

        """)
      switch Self.answer() {
      case .yes:
        text = fixed
        made += 1
        let moved = fix.edits.filter { $0.range.lower <= passed.offset }
          .reduce(0) { $0 + $1.replacement.utf8.count - ($1.range.upper - $1.range.lower) }
        passed.offset += moved
      case .no: passed = (finding.range.lower, finding.code)
      case .stop: return
      }
    }
  }

  private func next() -> (Finding, Fix, SourceText)? {
    for finding in check(text) where (finding.range.lower, finding.code) > passed {
      guard let fix = finding.fixes.first(where: { $0.confidence == .likely && !$0.edits.isEmpty }),
        let fixed = text.applying(fix.edits)
      else { continue }
      return (finding, fix, fixed)
    }
    return nil
  }

  private enum Reply {
    case yes, no, stop
  }

  /// The end of the input stops.
  private static func answer() -> Reply {
    while true {
      print("Make this change? (y = yes, n = no, q = stop here) ", terminator: "")
      // A question that waits in a buffer would never be answered.
      fflush(nil)
      switch readLine()?.lowercased().prefix(1) {
      case "y": return .yes
      case "n": return .no
      case "q", nil: return .stop
      default: print("Please type y, n or q.")
      }
    }
  }
}
