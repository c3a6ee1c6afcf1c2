import AttuneInstrument
import AttuneTables

/// A script in Python that reads `responses.csv` and `reasons.csv` beside it with pandas, and labels
/// them.
public struct PythonScript: Sendable {
  public init() {}

  public func write(_ export: ResponseExport) -> ExchangeFile {
    let instrument = export.instrument
    var lines = [
      "# Reads responses.csv and reasons.csv of this folder, and labels them. Needs pandas.",
      "# \("\(instrument.title) \(instrument.version): \(instrument.status.rawValue)".inOneLine)",
    ]
    lines += [export.origin.warning].compactMap { $0 }.map { "# \($0)" }
    lines += Self.reading
    lines.append("labels = {}")
    lines.append("value_labels = {}")
    let names = ChoiceNames(export.columns)
    for column in export.columns { lines += labels(column, names) }
    lines += [
      "responses.attrs[\"title\"] = \("\(instrument.title) \(instrument.version)".asJSON)",
      "responses.attrs[\"labels\"] = labels",
      "responses.attrs[\"value_labels\"] = value_labels",
    ]
    if let warning = export.origin.warning {
      lines += ["responses.attrs[\"warning\"] = \(warning.asJSON)", "print(\(warning.asJSON))"]
    }
    return ExchangeFile(lines.joined(separator: "\n") + "\n", names.losses)
  }

  private static let reading = """
    import pathlib
    import re

    import pandas as pd

    folder = pathlib.Path(__file__).resolve().parent


    def read_answers(name):
        # Everything is text at first. An apostrophe before = + - @ keeps spreadsheets from
        # computing; it is taken away again.
        data = pd.read_csv(folder / name, dtype=str, keep_default_na=False, encoding="utf-8")
        for column in data.columns:
            data[column] = [re.sub(r"^'('*[=+\\-@\\t\\r])", r"\\1", text) or None
                            for text in data[column]]
        return data


    responses = read_answers("responses.csv")
    reasons = read_answers("reasons.csv")
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  private func labels(_ column: ResponseColumn, _ names: ChoiceNames) -> [String] {
    let name = column.name.asJSON
    let place = "responses[\(name)]"
    var lines = ["labels[\(name)] = \(column.fullLabel.asJSON)"]
    switch column.content {
    case _ where column.isCount:
      lines.append("\(place) = pd.to_numeric(\(place)).astype(\"Int64\")")
    case .score: lines.append("\(place) = pd.to_numeric(\(place))")
    case .answer(let item):
      switch item.format {
      case .chooseOne(let choices):
        let isCoded = choices.allSatisfy { $0.name == nil }
        let pairs = choices.map {
          "\(isCoded ? "\($0.code)" : $0.written.asJSON): \($0.words.asJSON)"
        }
        lines.append("value_labels[\(name)] = {\(pairs.joined(separator: ", "))}")
        lines.append(
          isCoded
            ? "\(place) = pd.to_numeric(\(place)).astype(\"Int64\")"
            : "\(place) = pd.Categorical(\(place), categories=list(value_labels[\(name)]))")
      case .chooseAny(let choices, _):
        let pairs = choices.map { "\($0.written.asJSON): \($0.words.asJSON)" }
        lines.append("value_labels[\(name)] = {\(pairs.joined(separator: ", "))}")
        lines += choices.map { choice in
          "responses[\(names.name(of: choice, in: item).asJSON)] = pd.array([None if pd.isna(text) "
            + "else \(choice.written.asJSON) in text.split(\";\") for text in \(place)], "
            + "dtype=\"boolean\")"
        }
      case .number: lines.append("\(place) = pd.to_numeric(\(place))")
      case .date(.day): lines.append("\(place) = pd.to_datetime(\(place), format=\"%Y-%m-%d\")")
      case .text, .date: break
      }
    default: break
    }
    return lines
  }
}
