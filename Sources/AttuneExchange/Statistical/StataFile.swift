import AttuneInstrument
import AttuneTables
import CReadStat

/// Writes answers as a Stata file (`.dta`, version 118: Stata 14 and later).
///
/// A missing answer is one of the extended missing values `.a` to `.g`, labelled with its reason.
public struct StataFile: Sendable {
  static let longestLabel = 80
  /// Longer texts are kept as `strL`.
  static let longestFixedText = 2_045
  /// From 1960-01-01, which Stata counts from, to 1970, in days.
  private static let epoch = 3_653.0
  /// `.a` is -99, skipped; `.g` is -93.
  private static let reasons = MissingReason.allCases.sorted { $0.rawValue < $1.rawValue }

  public init() {}

  public func write(_ export: ResponseExport) throws -> ExchangeFile {
    let table = VariableTable(export)
    var losses = table.losses
    let names = VariableNames.stata.settle(table.variables.map(\.name), &losses)
    let writer = try ReadStatWriter(format: "the .dta file")
    try writer.version(118)
    try writer.title(table.title.controlFree.cut(toScalars: 80))
    if let warning = export.origin.warning { writer.note(warning) }
    writer.note("\(table.title): \(export.instrument.status.rawValue).".controlFree)

    let bytes = try writer.write(
      table, named: names, begin: readstat_begin_writing_dta,
      column: { index, name, values in
        try column(table.variables[index], named: name, index, values, in: writer, &losses)
      }, insert: Self.insert)
    return ExchangeFile(bytes, losses)
  }

  private struct Column {
    let handle: ReadStatWriter.Handle
    let variable: Variable
    /// The long texts of the column, where it has any.
    let references: [String: UnsafeMutablePointer<readstat_string_ref_t>]?
  }

  private func column(
    _ variable: Variable, named name: String, _ index: Int, _ values: [VariableValue],
    in writer: ReadStatWriter, _ losses: inout Losses
  ) throws -> Column {
    let label = variable.label.controlFree.cut(toScalars: Self.longestLabel)
    if label != variable.label.controlFree {
      losses.add("Questions over 80 characters are cut; the codebook has them whole.")
    }
    if variable.isText { return try text(variable, name, label, values, in: writer) }
    let display = variable.kind == .day ? "%td" : "%10.0g"
    let handle = try writer.variable(
      name, READSTAT_TYPE_DOUBLE, label: label, displayed: display, measure: variable.measure)
    var codes: [Variable.ValueLabel] = []
    if case .codes(let labels) = variable.kind { codes = labels }
    if variable.hasReasons || !codes.isEmpty {
      let set = try writer.labelSet("labels\(index)", type: READSTAT_TYPE_INT32)
      for code in codes {
        readstat_label_int32_value(set, Int32(clamping: code.code), code.words.controlFree)
      }
      if variable.hasReasons {
        for reason in Self.reasons {
          readstat_label_tagged_value(set, Self.tag(of: reason), reason.words)
        }
      }
      readstat_variable_set_label_set(handle, set)
    }
    return Column(handle: handle, variable: variable, references: nil)
  }

  private func text(
    _ variable: Variable, _ name: String, _ label: String, _ values: [VariableValue],
    in writer: ReadStatWriter
  ) throws -> Column {
    let texts = values.compactMap { value -> String? in
      if case .text(let text) = value { text.controlFree } else { nil }
    }
    let width = texts.map(\.utf8.count).max() ?? 1
    guard width > Self.longestFixedText else {
      let handle = try writer.variable(
        name, READSTAT_TYPE_STRING, width: max(width, 1), label: label,
        displayed: "%\(max(width, 1))s", measure: variable.measure)
      return Column(handle: handle, variable: variable, references: nil)
    }
    let handle = try writer.variable(
      name, READSTAT_TYPE_STRING_REF, label: label, displayed: "%9s", measure: variable.measure)
    var references: [String: UnsafeMutablePointer<readstat_string_ref_t>] = [:]
    for text in texts + [""] where references[text] == nil {
      guard let reference = writer.reference(text) else {
        throw ExportError.cannotWrite(
          format: "the .dta file", reason: "there is not enough memory")
      }
      references[text] = reference
    }
    return Column(handle: handle, variable: variable, references: references)
  }

  private static func tag(of reason: MissingReason) -> CChar {
    CChar(reason.letter.asciiValue ?? 0)
  }

  private static func insert(
    _ value: VariableValue, _ column: Column, _ file: ReadStatWriter.File
  ) -> readstat_error_t {
    if column.variable.isText {
      let text = if case .text(let text) = value { text.controlFree } else { "" }
      if let references = column.references {
        return readstat_insert_string_ref(file, column.handle, references[text])
      }
      return readstat_insert_string_value(file, column.handle, text)
    }
    switch value {
    case .number(let number):
      let stored = column.variable.kind == .day ? number + epoch : number
      return readstat_insert_double_value(file, column.handle, stored)
    case .missing(let reason):
      return readstat_insert_tagged_missing_value(file, column.handle, tag(of: reason))
    case .text, .blank:
      return readstat_insert_missing_value(file, column.handle)
    }
  }
}
