import AttuneDiagnostics
import AttuneLanguage
import Foundation

/// Times what is done with a file, for files of one size and of twice that size.
@main
struct Bench {
  static func main() {
    print("| shape | KiB | ms | ms for twice | times |")
    print("|---|---|---|---|---|")
    for shape in Shape.all {
      let small = shape.content(shape.size)
      let large = shape.content(2 * shape.size)
      let (first, second) = fastest(small, large)
      row([
        shape.name, String(small.utf8.count >> 10), shown(first), shown(second),
        shown(second / first),
      ])
    }
    let source = SourceText(name: "bench", content: Shape.prelude + Shape.realistic(500))
    let times = (1...25).map { _ in
      spent { precondition(Compilation(of: source).instrument != nil) }
    }
    print("\nCompiling 500 items: \(shown(times.min() ?? 0)) ms.")
  }

  /// The fastest of several runs of each, taken in turns, so that both meet the same machine.
  private static func fastest(_ small: String, _ large: String) -> (Double, Double) {
    var times = (Double.infinity, Double.infinity)
    for _ in 1...5 {
      times.0 = min(times.0, spent { work(on: small) })
      times.1 = min(times.1, spent { work(on: large) })
    }
    return times
  }

  /// Check, show every finding, lay out, fix.
  private static func work(on content: String) {
    let source = SourceText(name: "bench", content: content)
    let findings = source.findings(withAdvice: true)
    for format in FindingFormat.allCases where format != .text && format != .spoken {
      _ = format.render(findings, of: source)
    }
    _ = FindingFormat.text.render(findings, of: source, limit: 10)
    _ = Formatting(of: source)
    _ = Mending(source) { $0 == source ? findings : $0.findings() }
  }

  /// Milliseconds of the processor, so that other programs matter less than on the clock.
  private static func spent(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    return Double(clock() - start) * 1e3 / Double(CLOCKS_PER_SEC)
  }

  private static func shown(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func row(_ cells: [String]) {
    print("| " + cells.joined(separator: " | ") + " |")
  }
}
