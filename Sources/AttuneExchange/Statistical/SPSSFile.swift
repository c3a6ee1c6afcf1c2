import AttuneInstrument
import AttuneTables
import CReadStat

/// Writes answers as an SPSS system file (`.sav`).
///
/// Every number is a double. A missing answer is one of the codes -99 to -93, each labelled with its
/// reason, in a range of user-missing values. Questions are variable labels, answers value labels.
public struct SPSSFile: Sendable {
  public static let longestText = 32_767
  static let longestLabel = 255
  static let longestValueLabel = 120
  private static let missing: ClosedRange<Double> = -99 ... -93
  /// From the start of the Gregorian calendar, which SPSS counts from, to 1970, in seconds.
  private static let epoch = 12_219_379_200.0

  public init() {}

  public func write(_ export: ResponseExport) throws -> ExchangeFile {
    let table = VariableTable(export)
    var losses = table.losses
    let names = VariableNames.spss.settle(table.variables.map(\.name), &losses)
    let writer = try ReadStatWriter(format: "the .sav file")
    try writer.title(table.title.controlFree.cut(toBytes: 64))
    try writer.compressRows()
    for line in notes(of: export) { writer.note(line) }

    let bytes = try writer.write(
      table, named: names, begin: readstat_begin_writing_sav,
      column: { index, name, values in
        try column(table.variables[index], named: name, index, values, in: writer, &losses)
      }, insert: Self.insert)
    return ExchangeFile(bytes, losses)
  }

  private struct Column {
    let handle: ReadStatWriter.Handle
    let variable: Variable
    /// Whether codes of reasons may stand among the values.
    let keepsReasons: Bool
  }

  private func notes(of export: ResponseExport) -> [String] {
    let instrument = export.instrument
    let texts =
      [export.origin.warning].compactMap { $0 } + [
        "\(instrument.title) \(instrument.version): \(instrument.status.rawValue).",
        "By \(instrument.author). Licence: \(instrument.licence).",
      ]
    return texts.flatMap { $0.controlFree.lines(ofBytes: 80) }
  }

  private func column(
    _ variable: Variable, named name: String, _ index: Int, _ values: [VariableValue],
    in writer: ReadStatWriter, _ losses: inout Losses
  ) throws -> Column {
    let label = variable.label.controlFree.cut(toBytes: Self.longestLabel)
    if label != variable.label.controlFree {
      losses.add("The question of '\(name)' is cut at 255 bytes; the codebook has it whole.")
    }
    if variable.isText {
      let width = try Self.width(of: values, name, &losses)
      let handle = try writer.variable(
        name, READSTAT_TYPE_STRING, width: width, label: label, displayed: "A\(min(width, 255))",
        measure: variable.measure)
      return Column(handle: handle, variable: variable, keepsReasons: false)
    }
    let handle = try writer.variable(
      name, READSTAT_TYPE_DOUBLE, label: label, displayed: Self.display(variable, values),
      measure: variable.measure)
    let collides = values.contains {
      if case .number(let number) = $0 { Self.missing.contains(number) } else { false }
    }
    let keepsReasons = variable.hasReasons && !collides
    if variable.hasReasons, collides {
      losses.add(
        "'\(name)' has answers from -99 to -93, so its missing answers are system-missing here.")
    }
    try addLabels(variable, named: name, index, keepsReasons, to: handle, in: writer, &losses)
    if keepsReasons {
      try writer.check(
        readstat_variable_add_missing_double_range(
          handle, Self.missing.lowerBound, Self.missing.upperBound))
    }
    return Column(handle: handle, variable: variable, keepsReasons: keepsReasons)
  }

  private func addLabels(
    _ variable: Variable, named name: String, _ index: Int, _ keepsReasons: Bool,
    to handle: ReadStatWriter.Handle, in writer: ReadStatWriter, _ losses: inout Losses
  ) throws {
    var labels: [Variable.ValueLabel] = []
    if keepsReasons {
      labels = MissingReason.allCases.sorted { $0.rawValue < $1.rawValue }.map {
        .init(code: $0.rawValue, words: $0.words)
      }
    }
    if case .codes(let codes) = variable.kind { labels += codes }
    guard !labels.isEmpty else { return }
    let set = try writer.labelSet("labels\(index)", type: READSTAT_TYPE_DOUBLE)
    for label in labels {
      let words = label.words.controlFree.cut(toBytes: Self.longestValueLabel)
      if words != label.words.controlFree {
        losses.add("An answer of '\(name)' is cut at 120 bytes; the codebook has it whole.")
      }
      readstat_label_double_value(set, Double(label.code), words)
    }
    readstat_variable_set_label_set(handle, set)
  }

  /// As wide as the longest text; nothing is cut.
  private static func width(
    of values: [VariableValue], _ name: String, _ losses: inout Losses
  ) throws -> Int {
    var width = 1
    for (row, value) in values.enumerated() {
      guard case .text(let text) = value else { continue }
      let bytes = text.controlFree.utf8.count
      guard bytes <= longestText else {
        throw ExportError.tooLong(
          column: name, row: row + 1, bytes: bytes, most: longestText, format: "a .sav file")
      }
      if text.hasSuffix(" ") {
        losses.add("Spaces at the end of an answer in '\(name)' are lost: SPSS fills up with them.")
      }
      width = max(width, bytes)
    }
    return width
  }

  private static func display(_ variable: Variable, _ values: [VariableValue]) -> String {
    switch variable.kind {
    case .day: return "SDATE10"
    case .codes: return "F8"
    case .text, .number:
      let isWhole = values.allSatisfy {
        if case .number(let number) = $0 { number == number.rounded() } else { true }
      }
      return isWhole ? "F8" : "F12.4"
    }
  }

  private static func insert(
    _ value: VariableValue, _ column: Column, _ file: ReadStatWriter.File
  ) -> readstat_error_t {
    switch value {
    case .number(let number):
      let stored = column.variable.kind == .day ? number * 86_400 + epoch : number
      return readstat_insert_double_value(file, column.handle, stored)
    case .text(let text):
      return readstat_insert_string_value(file, column.handle, text.controlFree)
    case .missing(let reason) where column.keepsReasons:
      return readstat_insert_double_value(file, column.handle, Double(reason.rawValue))
    case .missing, .blank:
      return column.variable.isText
        ? readstat_insert_string_value(file, column.handle, "")
        : readstat_insert_missing_value(file, column.handle)
    }
  }
}

extension MissingReason {
  /// `prefer not to say`.
  var words: String { name.split(separator: "_").joined(separator: " ") }
}
