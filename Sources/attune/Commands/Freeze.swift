import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage

extension Attune {
  /// Writes down what was agreed before data were seen; the work is the language's.
  struct Freeze: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "freeze",
      abstract: "Freeze an instrument and its plans before data are seen.",
      discussion: """
        Writes a lock beside the instrument: fingerprints of what is asked and of every plan, and \
        the day. From then on 'attune check' and 'attune study status' say what changed since. A \
        comment or another layout changes nothing. An earlier lock that says something else is \
        replaced only with '--again'.
        """)

    @Argument(help: "The instrument.", completion: .file(extensions: ["instrument"]))
    var file: String

    @Flag(help: "Put the new lock in the place of an earlier one.")
    var again = false

    func run() throws {
      try reporting {
        let (instrument, _) = try Instrument.load(file)
        let lock = try InstrumentLock(freezing: instrument, on: today())
        let lockFile = LockFile(beside: file)
        if let earlier = try lockFile.text() {
          guard try !isSaid(by: earlier, instrument) else { return }
        }
        try write(lockText(for: lock), to: lockFile.path)
        let plans = lock.plans.count == 1 ? "1 plan" : "\(lock.plans.count) plans"
        say(
          "Wrote \(lockFile.path): \(lock.name) \(lock.version) with \(plans), frozen on "
            + "\(lock.frozenOn).")
      }
    }

    /// Whether the earlier lock says already what a new one would; one that says something else
    /// stays unless it may go.
    private func isSaid(by earlier: SourceText, _ instrument: Instrument) throws -> Bool {
      let compilation = LockCompilation(of: earlier)
      guard let lock = compilation.lock else {
        guard !again else { return false }
        show(compilation.findings, of: earlier)
        throw failure(
          "'\(earlier.name)' is there and I cannot read it; nothing was changed. "
            + "To put a new lock in its place: attune freeze --again \(file)")
      }
      let comparison = try lock.comparison(with: instrument)
      guard !(comparison.isUnchanged && comparison.isSameMeaning) else {
        say("\(earlier.name): frozen on \(lock.frozenOn), and nothing changed since.")
        return true
      }
      let changes = comparison.sentences.map { "  - \($0)" }.joined(separator: "\n")
      guard again else {
        throw failure(
          """
          '\(earlier.name)' was frozen on \(lock.frozenOn), and since then:
          \(changes)
          Nothing was written. What it means for the data: attune diff OLD NEW. To freeze the \
          instrument as it is now: attune freeze --again \(file)
          """)
      }
      say("Since \(lock.frozenOn):\n\(changes)")
      return false
    }
  }
}
