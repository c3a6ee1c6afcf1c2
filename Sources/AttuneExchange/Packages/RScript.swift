import AttuneInstrument
import AttuneTables

/// A script in plain R that reads `responses.csv` and `reasons.csv` beside it and labels them.
public struct RScript: Sendable {
  public init() {}

  public func write(_ export: ResponseExport) -> ExchangeFile {
    let instrument = export.instrument
    var lines = [
      "# Reads responses.csv and reasons.csv of this folder, and labels them. Needs no packages.",
      "# \("\(instrument.title) \(instrument.version): \(instrument.status.rawValue)".inOneLine)",
    ]
    lines += [export.origin.warning].compactMap { $0 }.map { "# \($0)" }
    lines += Self.reading
    let names = ChoiceNames(export.columns)
    for column in export.columns { lines += labels(column, names) }
    lines += [
      "attr(responses, \"title\") <- \("\(instrument.title) \(instrument.version)".asR)"
    ]
    if let warning = export.origin.warning {
      lines += ["attr(responses, \"warning\") <- \(warning.asR)", "message(\(warning.asR))"]
    }
    return ExchangeFile(lines.joined(separator: "\n") + "\n", names.losses)
  }

  private static let reading = """

    folder <- local({
      file <- grep("^--file=", commandArgs(FALSE), value = TRUE)
      if (length(file)) dirname(sub("^--file=", "", file[1])) else "."
    })
    # Everything is text at first. An apostrophe before = + - @ keeps spreadsheets from computing;
    # it is taken away again.
    read_answers <- function(name) {
      data <- read.csv(file.path(folder, name), colClasses = "character", check.names = FALSE,
                       na.strings = character(0), encoding = "UTF-8", strip.white = FALSE)
      data[] <- lapply(data, function(x) {
        x <- sub("^'('*[=+@\\t\\r-])", "\\\\1", x)
        Encoding(x) <- "UTF-8"
        x[x == ""] <- NA
        x
      })
      data
    }
    responses <- read_answers("responses.csv")
    reasons <- read_answers("reasons.csv")

    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  private func labels(_ column: ResponseColumn, _ names: ChoiceNames) -> [String] {
    let place = "responses[[\(column.name.asR)]]"
    var lines: [String] = []
    switch column.content {
    case _ where column.isCount: lines.append("\(place) <- as.integer(\(place))")
    case .score: lines.append("\(place) <- as.numeric(\(place))")
    case .answer(let item):
      switch item.format {
      case .chooseOne(let choices):
        let labels = list(choices.map(\.words.asR))
        if choices.allSatisfy({ $0.name == nil }) {
          lines.append("\(place) <- as.numeric(\(place))")
          lines.append(
            "attr(\(place), \"labels\") <- setNames(\(list(choices.map { "\($0.code)" })), \(labels))"
          )
        } else {
          let names = list(choices.map(\.written.asR))
          // Two answers in the same words would become one.
          let isClear = Set(choices.map(\.words)).count == choices.count
          lines.append(
            "\(place) <- factor(\(place), levels = \(names)"
              + (isClear ? ", labels = \(labels))" : ")"))
        }
      case .chooseAny(let choices, _):
        for choice in choices {
          let taken = "responses[[\(names.name(of: choice, in: item).asR)]]"
          lines.append(
            "\(taken) <- vapply(strsplit(\(place), \";\", fixed = TRUE), function(x) "
              + "if (anyNA(x)) NA else \(choice.written.asR) %in% x, NA)")
          lines.append("attr(\(taken), \"label\") <- \(choice.words.asR)")
        }
      case .number: lines.append("\(place) <- as.numeric(\(place))")
      case .date(.day): lines.append("\(place) <- as.Date(\(place))")
      case .text, .date: break
      }
    default: break
    }
    return lines + ["attr(\(place), \"label\") <- \(column.fullLabel.asR)"]
  }

  private func list(_ literals: [String]) -> String { "c(\(literals.joined(separator: ", ")))" }
}

extension String {
  /// A literal of R in ASCII, so that it means the same in every locale.
  var asR: String {
    var result = "\""
    for scalar in controlFree.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value > 0x7E: result += "\\U{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// For comments.
  var inOneLine: String {
    inert.split(whereSeparator: { $0.isNewline }).joined(separator: " ")
  }
}
