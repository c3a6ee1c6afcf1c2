import ArgumentParser
import AttuneInstrument
import AttuneStore
import AttuneTables
import AttuneTerminal
import Foundation

extension Attune {
  /// What a change to an instrument means for its data; the work is the instrument's.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say what a change to an instrument means for the data.",
      usage: "attune diff <old> [<new>] [<options>]",
      discussion: """
        Compares what two instruments mean, not how their files are laid out: which answers cannot \
        be pooled, which may not be comparable, which scores and plans change, what people are told. \
        A study's folder stands for the questionnaire that its people answered last; against it, NEW \
        is the file in the folder unless another is named:
          attune diff old.instrument new.instrument
          attune diff my-study

        Exits with 0 when the two could be compared. With --exit-code, exits with 1 when anything \
        changed for the data or for the people who are asked.
        """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, markdown, json
    }

    @Argument(
      help: "The instrument as it was, or a study's folder.",
      completion: .file(extensions: ["instrument"]))
    var old: String

    @Argument(help: "The instrument as it is.", completion: .file(extensions: ["instrument"]))
    var new: String?

    @Option(help: "How to show the changes.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String?

    @Flag(help: "Exit with 1 when anything changed for the data or the people asked.")
    var exitCode = false

    @Flag(help: "Of a study, compare what was asked for practice.")
    var practice = false

    func run() throws {
      try reporting {
        let (before, after) = try instruments()
        let comparison = InstrumentComparison(from: before, to: after)
        let name = before.name == after.name ? "" : "\(after.name) "
        let shown = ComparisonText(
          title: "From \(before.name) \(before.version) to \(name)\(after.version)",
          comparison: comparison)
        let text =
          switch format {
          case .text: shown.text(width: StandardOutput().width)
          case .markdown: shown.markdown
          case .json:
            JSONRenderer().render(
              Results(
                version: Attune.version, command: "diff", source: nil, tables: [shown.table]))
          }
        if let output {
          try write(text, to: output)
          say("Wrote \(output)")
        } else {
          print(text, terminator: "")
        }
        if exitCode, comparison.matters { throw ExitCode.failure }
      }
    }

    private func instruments() throws -> (old: Instrument, new: Instrument) {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: old, isDirectory: &isFolder), isFolder.boolValue {
        let folder = try StudyFolder(path: old)
        let after = try new.map { try Instrument.load($0).0 } ?? folder.instrument
        return (try lastAsked(in: folder), after)
      }
      guard !practice else {
        throw failure("--practice belongs to a study's folder; '\(old)' is not one.")
      }
      guard let new else {
        throw failure("what shall I compare '\(old)' with? attune diff OLD NEW")
      }
      return (try Instrument.load(old).0, try Instrument.load(new).0)
    }

    /// The questionnaire that people answered last; where nobody did, the one in the folder.
    private func lastAsked(in folder: StudyFolder) throws -> Instrument {
      let path = folder.storePath(practice: practice)
      guard FileManager.default.fileExists(atPath: path) else {
        say("Nobody has answered in '\(old)' yet; I compare with the file in the folder.")
        return folder.instrument
      }
      let store = try ResponseStore(path: path)
      let sessions = try store.sessions()
      let last = try sessions.last.flatMap { try store.instrument($0.instrument) }
      try store.close()
      guard let last, let fingerprint = sessions.last?.instrument else { return folder.instrument }
      let count = sessions.count { $0.instrument == fingerprint }
      say(
        "\(count == 1 ? "1 person was" : "\(count) people were") asked \(last.name) \(last.version)."
      )
      let others = sessions.count - count
      if others > 0 {
        say("\(others == 1 ? "1 person was" : "\(others) people were") asked an earlier version.")
      }
      return last
    }
  }
}
