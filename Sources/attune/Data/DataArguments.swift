import ArgumentParser
import AttuneData
import AttuneExchange
import Foundation

/// Which data a results command reads, and how they are written.
struct DataArguments: ParsableArguments {
  @Argument(
    help: "A study's folder, a .csv, .sav or .dta file, or - for standard input.",
    completion: .file(extensions: ["csv", "tsv", "txt", "sav", "dta"]))
  var data: String

  @Option(
    help: "The instrument that says what the columns of a file mean.",
    completion: .file(extensions: ["instrument"]))
  var instrument: String?

  // What begins with a minus sign is a code here and no option.
  @Option(
    parsing: .unconditional,
    help: """
      Codes that stand for a missing value, as in -99,NA; a blank always does, and with an \
      instrument -99 to -93 as its reasons.
      """,
    transform: { $0.split(separator: ",").map { String($0).trimmingSpaces } })
  var missing: [String]?

  @Option(help: "What stands between values: comma, semicolon or tab; found if not given.")
  var separator: Separator?

  @Flag(help: "Numbers are written 3,5.")
  var decimalComma = false

  @Option(help: "Which form's answers of a study; the full questionnaire if not given.")
  var form: String?

  @Flag(help: "Read a study's practice answers instead of real ones.")
  var practice = false

  /// Reads the file, naming it in every complaint about what stands in it.
  func read(choosing: @escaping ([String]) throws -> ColumnRequest) throws -> DelimitedFile {
    let size = (try? FileManager.default.attributesOfItem(atPath: data)[.size] as? Int) ?? nil
    let progress = Progress("Reading \(data)", of: size)
    defer { progress.finish() }
    do {
      if ForeignFile.isNamed(data) {
        return try DelimitedFile(of: .reading(data), format: format, choosing: choosing)
      }
      return try DelimitedFile(
        reading: data, format: format, progress: progress.reach, choosing: choosing)
    } catch let error as DelimitedTextError {
      let hint =
        error.isOfWords ? "\n        Answers in words are counted by attune crosstab." : ""
      throw failure("\(data == "-" ? "standard input" : data), \(error)\(hint)")
    }
  }

  /// Says so where the data were named after what is to be found in them.
  func requireFirst(before others: [String]) throws {
    let files = FileManager.default
    guard data != "-", !files.fileExists(atPath: data),
      let found = others.first(where: files.fileExists)
    else { return }
    throw ValidationError(
      "there is no file '\(data)', and there is one called '\(found)': name the data first.")
  }

  private var format: DelimitedFormat {
    DelimitedFormat(
      separator: separator?.format, hasDecimalComma: decimalComma, missing: missing ?? [])
  }

  /// The separators by name, because a tab is hard to type.
  enum Separator: String, CaseIterable, ExpressibleByArgument {
    case comma, semicolon, tab

    fileprivate var format: DelimitedFormat.Separator {
      switch self {
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      }
    }
  }
}

extension DelimitedTextError {
  /// Whether words stand where a number was looked for.
  fileprivate var isOfWords: Bool {
    guard case .notANumber(_, let value) = problem else { return false }
    return value.count { $0.isLetter } > 1
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
