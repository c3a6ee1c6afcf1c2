import ArgumentParser
import AttuneExchange

extension Attune {
  /// The locked-in child process that reads SPSS and Stata files; nobody types it.
  struct ReadForeign: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "read-foreign", abstract: "Read a file for attune, locked in.",
      shouldDisplay: false)

    func run() { ForeignReader.serve() }
  }
}
