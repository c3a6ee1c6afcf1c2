import Foundation

/// Writes the list of checker rules from the names of their files, and what `attune explain` says
/// from the documentation comments.
///
/// Arguments: the two files to write, then the source files of the language.
@main
struct Generator {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = arguments.dropFirst(2).map { URL(filePath: $0) }
    var reader = TeachingReader()
    for file in files {
      reader.read(try String(contentsOf: file, encoding: .utf8), isRule: isRule(file))
    }
    let teachings = reader.teachings.values.sorted { $0.code < $1.code }
    if let silent = teachings.first(where: { $0.paragraphs.isEmpty || $0.levels.isEmpty }) {
      throw Silence(code: silent.code)
    }
    let registries = [
      registry(of: "Rule", "allRules", files.filter { folder(of: $0) == "Checker" }),
      registry(
        of: "TranslationRule", "allTranslationRules",
        files.filter { folder(of: $0) == "Translation" }),
    ]
    try write(registries.joined(separator: "\n"), to: arguments[1])
    try write(explanations(teachings), to: arguments[2])
  }

  private static func isRule(_ file: URL) -> Bool { folder(of: file) != nil }

  /// Whose rule the file holds: the folder that its folder `Rules` stands in.
  private static func folder(of file: URL) -> String? {
    let folders = file.pathComponents.dropLast()
    return folders.last == "Rules" ? folders.dropLast().last : nil
  }

  private static func registry(of type: String, _ name: String, _ files: [URL]) -> String {
    """
    /// Every rule of one folder, by file name.
    let \(name): [any \(type).Type] = [
    \(files.map { "  \($0.deletingPathExtension().lastPathComponent).self," }.joined(separator: "\n"))
    ]

    """
  }

  private static func explanations(_ teachings: [Teaching]) -> String {
    let entries = teachings.map { teaching in
      """
        Explanation(
          code: "\(teaching.code)",
          levels: [\(teaching.levels.sorted().map { ".\($0)" }.joined(separator: ", "))],
          title: \(String(reflecting: teaching.title)),
          text: \(String(reflecting: teaching.text))),
      """
    }
    return """
      import AttuneDiagnostics

      /// What every code means, by code.
      let allExplanations: [Explanation] = [
      \(entries.joined(separator: "\n"))
      ]

      """
  }

  private static func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A code that says nothing about itself.
private struct Silence: Error, CustomStringConvertible {
  let code: String

  var description: String {
    "\(code) has no documentation comment or no level; 'attune explain' would have nothing to say"
  }
}
