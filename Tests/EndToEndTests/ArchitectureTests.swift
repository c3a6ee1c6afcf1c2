import Foundation
import Testing

/// The layer diagram of docs/architecture.md, held against the sources.
@Suite struct ArchitectureTests {
  /// Which target alone may import each foreign library.
  private let importers = [
    "CGSL": "AttuneNumerics", "GRDB": "AttuneStore", "Crypto": "AttuneDigest",
    "ArgumentParser": "attune", "Mustache": "AttuneReport", "CZlib": "AttuneExchange",
    "CKernels": "AttuneNumerics", "CReadStat": "AttuneExchange", "CXLSXWriter": "AttuneExchange",
    "CLockdown": "AttuneExchange",
  ]

  private func imports() throws -> [(target: String, file: String, module: String)] {
    let sources = Program.root.appending(path: "Sources")
    var found: [(String, String, String)] = []
    for target in try FileManager.default.contentsOfDirectory(atPath: sources.path()) {
      let folder = sources.appending(path: target)
      let files = FileManager.default.enumerator(atPath: folder.path())
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for line in text.split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else {
            continue
          }
          guard words[0] == "import" || ["public", "package", "@testable"].contains(words[0]) else {
            continue
          }
          found.append((target, file, String(words[at + 1])))
        }
      }
    }
    return found
  }

  @Test func eachForeignLibraryHasOneImporter() throws {
    let imports = try imports()
    #expect(imports.count > 100)
    for (library, owner) in importers {
      let strays = imports.filter { $0.module == library && $0.target != owner }
      #expect(strays.isEmpty, "\(library) belongs to \(owner)")
      #expect(imports.contains { $0.module == library && $0.target == owner })
    }
  }

  /// The parser would ask the runtime for the name of every command, at every start.
  @Test func everyCommandSaysItsName() throws {
    let commands = Program.root.appending(path: "Sources/attune")
    let files = FileManager.default.enumerator(atPath: commands.path())
    var found = 0
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      let text = try String(contentsOf: commands.appending(path: file), encoding: .utf8)
      for configuration in text.components(separatedBy: "= CommandConfiguration(").dropFirst() {
        found += 1
        #expect(
          configuration.drop { $0.isWhitespace }.hasPrefix("commandName: \""), "\(file)")
      }
    }
    #expect(found > 25)
  }

  @Test func statisticsAndInstrumentsKnowNothingOfEachOther() throws {
    for (target, file, module) in try imports() {
      if target == "AttuneStatistics" {
        #expect(
          !["AttuneInstrument", "AttuneScoring", "AttuneLanguage"].contains(module), "\(file)")
      }
      if target == "AttuneLanguageServer" {
        #expect(["AttuneDiagnostics", "AttuneLanguage", "Foundation"].contains(module), "\(file)")
      }
      if target == "AttuneInstrument" { #expect(!module.hasPrefix("Attune"), "\(file)") }
    }
  }
}
