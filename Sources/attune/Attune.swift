import ArgumentParser
import Foundation

/// The command line: one file per command, thin.
@main
struct Attune: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "attune",
    abstract: "Ask well, and make sense of the answers.",
    discussion: """
      Questionnaires in plain text, asked with care in a terminal; reliability and group \
      comparisons that say how sure they are. Exits with 0 when all is well, 1 when problems were \
      found or the work could not be done, 64 when the command line is not understood.
      """,
    version: version,
    subcommands: [ReadForeign.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Instruments",
        subcommands: [
          New.self, Check.self, Explain.self, Mend.self, Format.self, Show.self, Translate.self,
          Freeze.self, Diff.self, LanguageServerCommand.self,
        ]),
      CommandGroup(name: "Asking", subcommands: [Try.self, Run.self, Resume.self, Enter.self]),
      CommandGroup(name: "Studies", subcommands: [StudyCommand.self, Doctor.self]),
      CommandGroup(
        name: "Results",
        subcommands: [
          Score.self, Describe.self, Reliability.self, Retest.self, Agreement.self, Compare.self,
          Crosstab.self, Correlate.self, Analyse.self, Report.self,
        ]),
      CommandGroup(name: "Data", subcommands: [Export.self, CodebookCommand.self, Import.self]),
      CommandGroup(name: "Planning", subcommands: [Simulate.self, Power.self]),
    ])

  static func main() {
    // What people answer is readable by the owner of the study alone.
    umask(0o077)
    main(nil)
  }
}
