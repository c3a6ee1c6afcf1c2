import AttuneTables
import CReadStat

/// ReadStat's writer with every return code looked at; the file's bytes stay in memory.
final class ReadStatWriter {
  private let writer: UnsafeMutablePointer<readstat_writer_t>
  private let format: String
  private var bytes: [UInt8] = []

  typealias File = UnsafeMutablePointer<readstat_writer_t>
  typealias Handle = UnsafeMutablePointer<readstat_variable_t>
  typealias LabelSet = UnsafeMutablePointer<readstat_label_set_t>

  /// A moment that is always the same, so that the same answers give the same bytes: noon, so that
  /// it is one day in every time zone.
  private static let timestamp = 946_728_000

  init(format: String) throws {
    guard let writer = readstat_writer_init() else {
      throw ExportError.cannotWrite(format: format, reason: "there is not enough memory")
    }
    self.writer = writer
    self.format = format
    try check(
      readstat_set_data_writer(writer) { data, length, context in
        guard let data, let context else { return -1 }
        Unmanaged<ReadStatWriter>.fromOpaque(context).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
        return length
      })
    try check(readstat_writer_set_file_timestamp(writer, Self.timestamp))
  }

  deinit { readstat_writer_free(writer) }

  func check(_ code: readstat_error_t) throws {
    guard code != READSTAT_OK else { return }
    // The message of READSTAT_OK alone is NULL.
    let reason = readstat_error_message(code).map { String(cString: $0) } ?? "code \(code.rawValue)"
    throw ExportError.cannotWrite(format: format, reason: "the library says '\(reason)'")
  }

  func title(_ title: String) throws {
    try check(readstat_writer_set_file_label(writer, title))
  }

  func note(_ line: String) { readstat_add_note(writer, line) }

  func compressRows() throws {
    try check(readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS))
  }

  func version(_ version: UInt8) throws {
    try check(readstat_writer_set_file_format_version(writer, version))
  }

  func labelSet(_ name: String, type: readstat_type_t) throws -> LabelSet {
    guard let set = readstat_add_label_set(writer, type, name) else {
      throw ExportError.cannotWrite(format: format, reason: "there is not enough memory")
    }
    return set
  }

  func variable(
    _ name: String, _ type: readstat_type_t, width: Int = 0, label: String, displayed: String,
    measure: Variable.Measure
  ) throws -> Handle {
    guard let handle = readstat_add_variable(writer, name, type, width) else {
      throw ExportError.cannotWrite(format: format, reason: "there is not enough memory")
    }
    readstat_variable_set_label(handle, label)
    readstat_variable_set_format(handle, displayed)
    let measures: [Variable.Measure: readstat_measure_t] = [
      .nominal: READSTAT_MEASURE_NOMINAL, .ordinal: READSTAT_MEASURE_ORDINAL,
      .scale: READSTAT_MEASURE_SCALE,
    ]
    readstat_variable_set_measure(handle, measures[measure] ?? READSTAT_MEASURE_UNKNOWN)
    return handle
  }

  func reference(_ text: String) -> UnsafeMutablePointer<readstat_string_ref_t>? {
    readstat_add_string_ref(writer, text)
  }

  /// Writes a table: its variables under `names`, as `column` makes them, and then every value of
  /// every row by `insert`; gives the bytes.
  func write<Column>(
    _ table: VariableTable, named names: [String],
    begin: (File, UnsafeMutableRawPointer, Int) -> readstat_error_t,
    column: (Int, String, [VariableValue]) throws -> Column,
    insert: (VariableValue, Column, File) -> readstat_error_t
  ) throws -> [UInt8] {
    let columns = try names.enumerated().map { index, name in
      try column(index, name, table.rows.map { $0[index] })
    }
    let context = Unmanaged.passUnretained(self).toOpaque()
    return try withExtendedLifetime(self) {
      try check(begin(writer, context, table.rows.count))
      try check(readstat_validate_metadata(writer))
      for row in table.rows {
        // Names are checked here, at the first row, and nothing may follow a refusal.
        try check(readstat_begin_row(writer))
        for (column, value) in zip(columns, row) { try check(insert(value, column, writer)) }
        try check(readstat_end_row(writer))
      }
      try check(readstat_end_writing(writer))
      return bytes
    }
  }
}
