import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneTestSupport
import Testing

@Suite struct LockCompilationTests {
  private let lock: InstrumentLock

  init() throws {
    let source = SourceText(name: "i.instrument", content: InstrumentLockTests.source)
    let instrument = try #require(Compilation(of: source).instrument)
    lock = try InstrumentLock(freezing: instrument, on: "2026-11-24")
  }

  private func check(_ marked: String, _ codes: [String]) {
    let marked = MarkedText(marked)
    let compilation = LockCompilation(of: SourceText(name: "i.lock", content: marked.text))
    #expect(compilation.findings.map(\.code) == codes, "\(compilation.findings)")
    #expect(compilation.findings.first?.range.lower == marked.offsets["1️⃣"])
    #expect(compilation.lock == nil)
    #expect(compilation.findings.allSatisfy { Explanation.of($0.code) != nil })
  }

  @Test func readsWhatIsWritten() {
    let text = lockText(for: lock)
    for variant in [
      text,
      text.uppercased().replacing("LOCK OF BEING_MET", with: "lock of being_met")
        .replacing("FROZEN ON", with: "frozen on"), "\u{FEFF}" + text.replacing("\n", with: "\r\n"),
    ] {
      let compilation = LockCompilation(of: SourceText(name: "i.lock", content: variant))
      #expect(compilation.findings == [])
      #expect(compilation.lock == lock)
    }
  }

  @Test(arguments: ["version", "frozen on", "meaning", "questions", "analysis", "plans"])
  func wantsEveryLine(_ detail: String) {
    let lines = lockText(for: lock).split(separator: "\n").filter { !$0.hasPrefix("  \(detail):") }
    check(lines.joined(separator: "\n").replacing("lock of ", with: "lock of 1️⃣"), ["A363"])
  }

  @Test func wantsWholeFingerprints() {
    let text = lockText(for: lock)
    check(text.replacing(lock.meaning, with: "1️⃣" + lock.meaning.dropLast()), ["A364"])
    check(text.replacing(lock.plans[1].fingerprint, with: "1️⃣not a fingerprint"), ["A364"])
  }

  @Test func findsALineThatIsLostChangedOrMoved() {
    let text = lockText(for: lock)
    let marked = text.replacing("plans: ", with: "plans: 1️⃣")
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    check(lines.filter { !$0.hasPrefix("  plan whole") }.joined(separator: "\n"), ["A365"])
    check(marked.replacing("plan whole", with: "plan hole"), ["A365"])
    check(marked.replacing(lock.analysis, with: lock.meaning), ["A365"])
    let last = lines.count - 2
    var swapped = lines
    swapped.swapAt(last, last - 1)
    check(swapped.joined(separator: "\n"), ["A365"])
  }

  /// Wherever a lock is cut off, it is either whole or not read at all.
  @Test func isNeverReadInPart() {
    let text = Array(lockText(for: lock).utf8)
    for length in stride(from: 0, to: text.count - 1, by: 5) {
      let cut = String(decoding: text[..<length], as: UTF8.self)
      let compilation = LockCompilation(of: SourceText(name: "i.lock", content: cut))
      #expect(compilation.lock == nil && !compilation.findings.isEmpty, "\(cut)")
    }
  }

  @Test func wantsOneLockAndEachPlanOnce() {
    let text = lockText(for: lock)
    check(text + "  plan 1️⃣whole: \(lock.meaning)\n", ["A366"])
    check(text + "lock of 1️⃣other\n  version: 1\n", ["A366"])
  }

  @Test func doesNotGuess() {
    let text = lockText(for: lock)
    check(text + "  1️⃣sealed by: us\n", ["A101"])
    check(text + "  1️⃣mumble\n", ["A100"])
    check(text.replacing("frozen on: ", with: "frozen on: 1️⃣24 "), ["A105"])
    check("1️⃣instrument keep: Keep\n", ["A110"])
    check("1️⃣", ["A110"])
    check("1️⃣lock\n", ["A102"])
  }
}
