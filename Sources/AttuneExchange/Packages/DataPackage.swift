import AttuneInstrument
import AttuneTables

/// Describes `responses.csv` and `reasons.csv` as a Frictionless Data Package (`datapackage.json`).
///
/// After the Data Package specification, <https://specs.frictionlessdata.io>, and its table schema.
public struct DataPackage: Sendable {
  public init() {}

  public func write(_ export: ResponseExport) -> ExchangeFile {
    let instrument = export.instrument
    var about: [String] = [export.origin.warning].compactMap { $0 }
    about += [
      "\(instrument.title) \(instrument.version): \(instrument.status.rawValue).",
      "In CSV files a text that begins with = + - @, a tab or a carriage return has an apostrophe "
        + "before it, so that no spreadsheet takes it for a formula; take one away to have the "
        + "text.",
      "A blank is a missing answer; reasons.csv says why.",
    ]
    let package: JSONValue = [
      "profile": "tabular-data-package", "name": .text(packageName(instrument.name)),
      "title": .text(instrument.title), "version": .text(instrument.version),
      "description": .text(about.joined(separator: "\n")),
      "licenses": [["title": .text(instrument.licence), "name": .text(licenceName(instrument))]],
      "contributors": [["title": .text(instrument.author), "role": "author"]],
      "resources": [
        resource("responses", export.columns.map(responseField)),
        resource("reasons", export.columns.map(reasonField)),
      ],
    ]
    return ExchangeFile(package.rendered)
  }

  /// Lower case letters, digits and `.-_/`, as the specification asks.
  private func packageName(_ name: String) -> String {
    String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  private func licenceName(_ instrument: Instrument) -> String {
    String(
      instrument.licence.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
  }

  private func resource(_ name: String, _ fields: [JSONValue]) -> JSONValue {
    [
      "profile": "tabular-data-resource", "name": .text(name), "path": .text(name + ".csv"),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
      "schema": ["fields": .list(fields), "missingValues": [""]],
    ]
  }

  private func responseField(_ column: ResponseColumn) -> JSONValue {
    var field: [(String, JSONValue)] = [("name", .text(column.name))]
    var constraints: [(String, JSONValue)] = []
    switch column.content {
    case _ where column.isCount: field.append(("type", "integer"))
    case .score: field.append(("type", "number"))
    case .answer(let item):
      switch item.format {
      case .chooseOne(let choices):
        let isCoded = choices.allSatisfy { $0.name == nil }
        field.append(("type", isCoded ? "integer" : "string"))
        constraints.append(
          (
            "enum",
            .list(choices.map { isCoded ? .number(Double($0.code)) : .text($0.written) })
          ))
      case .number(let format):
        field.append(("type", "number"))
        if let lowest = format.lowest { constraints.append(("minimum", .number(lowest))) }
        if let highest = format.highest { constraints.append(("maximum", .number(highest))) }
      case .date(.day): field.append(("type", "date"))
      case .date(.month): field.append(("type", "yearmonth"))
      case .date(.year): field.append(("type", "year"))
      case .text, .chooseAny: field.append(("type", "string"))
      }
      if !item.format.choices.isEmpty {
        field.append(
          (
            "choices",
            .list(
              item.format.choices.map { ["value": .text($0.written), "label": .text($0.words)] })
          ))
      }
    default: field.append(("type", "string"))
    }
    field.append(("title", .text(column.label)))
    if case .score(let construct) = column.content {
      field.append(("description", .text("\(column.part). \(construct.ruleInWords)")))
    } else if !column.part.isEmpty {
      field.append(("description", .text(column.part)))
    }
    if !constraints.isEmpty { field.append(("constraints", .object(constraints))) }
    return .object(field)
  }

  private func reasonField(_ column: ResponseColumn) -> JSONValue {
    if case .score(let construct) = column.content {
      return [
        "name": .text(column.name), "type": "string",
        "title": .text("Why there is no score: " + construct.title),
      ]
    }
    guard column.item != nil else { return responseField(column) }
    return [
      "name": .text(column.name), "type": "string",
      "title": .text("Why there is no answer: " + column.label),
      "constraints": ["enum": .list(MissingReason.allCases.reversed().map { .text($0.name) })],
    ]
  }
}
