import Foundation

/// Writes the list of checker rules from the names of their files.
@main
struct Generator {
  static func main() throws {
    let names = CommandLine.arguments.dropFirst(2).map { "  \($0).self," }
    let source = """
      /// Every rule of the checker, by file name.
      let allRules: [any Rule.Type] = [
      \(names.joined(separator: "\n"))
      ]

      """
    try source.write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
  }
}
