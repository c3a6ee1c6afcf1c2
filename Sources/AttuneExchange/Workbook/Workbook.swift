public import AttuneTables
import CXLSXWriter
import Foundation

/// An Excel workbook (`.xlsx`) of tables, a sheet for each.
///
/// Numbers are numbers of sixteen digits, shown as readers expect; texts are texts, whatever they
/// begin with: a cell that says `=1+1` says so, and computes nothing. The same tables give the same
/// bytes.
public struct Workbook: Sendable {
  public enum Layout: Sendable {
    /// For readers: title, headings, rows, notes.
    case results
    /// For programs: names in the first row, then nothing but values.
    case data
  }

  public struct Sheet: Sendable {
    let name: String
    let table: Table
    let layout: Layout

    public init(_ table: Table, named name: String? = nil, layout: Layout = .results) {
      self.name = name ?? table.id
      self.table = table
      self.layout = layout
    }
  }

  public static let mostRows = 1_048_576
  public static let mostColumns = 16_384
  public static let longestText = 32_767

  private let sheets: [Sheet]

  public init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// What the file does not hold: libxlsxwriter writes every number with sixteen digits.
  public var losses: Losses {
    let count = sheets.flatMap(\.table.rows).joined().count { cell in
      if case .real(let number) = cell.content { number.hasSeventeenDigits } else { false }
    }
    guard count > 0 else { return Losses() }
    return Losses([
      "\(count) \(count == 1 ? "number needs" : "numbers need") a seventeenth digit, and this file "
        + "holds sixteen; CSV and JSON hold all."
    ])
  }

  /// Looks whether everything fits, before a byte is written.
  public func check() throws {
    for sheet in sheets {
      let rows = sheet.table.rows.count + 1
      guard rows <= Self.mostRows else {
        throw ExportError.tooManyRows(
          sheet.table.rows.count, most: Self.mostRows - 1, format: "an .xlsx sheet")
      }
      guard sheet.table.columns.count <= Self.mostColumns else {
        throw ExportError.cannotWrite(
          format: "an .xlsx sheet",
          reason: "it has \(sheet.table.columns.count) columns, and Excel holds \(Self.mostColumns)"
        )
      }
      for (number, row) in sheet.table.rows.enumerated() {
        for (column, cell) in zip(sheet.table.columns, row) {
          guard case .text(let text) = cell.content else { continue }
          let length = text.forSpreadsheet.utf16.count
          guard length <= Self.longestText else {
            throw ExportError.tooLong(
              column: column.name, row: number + 1, bytes: length, most: Self.longestText,
              format: "an .xlsx cell")
          }
        }
      }
    }
  }

  /// Writes the file at `path`, which nobody else should be reading yet.
  public func write(to path: String) throws {
    try check()
    var options = lxw_workbook_options()
    options.constant_memory = 0
    guard let workbook = workbook_new_opt(path, &options) else {
      throw ExportError.cannotWrite(format: "the .xlsx file", reason: "there is not enough memory")
    }
    var isClosed = false
    // Closing frees the workbook, also where it fails.
    defer { if !isClosed { _ = workbook_close(workbook) } }
    var properties = lxw_doc_properties()
    // Always the same moment, so that the same tables give the same bytes.
    properties.created = 946_728_000
    try Self.check(workbook_set_properties(workbook, &properties))
    let styles = WorkbookStyles(workbook)
    var names = SheetNames()
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(workbook, names.settle(sheet.name)) else {
        throw ExportError.cannotWrite(
          format: "the .xlsx file", reason: "a sheet could not be called '\(sheet.name)'")
      }
      try SheetWriter(worksheet, styles).write(sheet)
    }
    isClosed = true
    try Self.check(workbook_close(workbook))
  }

  static func check(_ code: lxw_error) throws {
    guard code != LXW_NO_ERROR else { return }
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)"
    throw ExportError.cannotWrite(format: "the .xlsx file", reason: reason)
  }
}

extension Double {
  fileprivate var hasSeventeenDigits: Bool {
    Double(String(format: "%.16G", self)) != self
  }
}

extension String {
  /// The text as a cell holds it: `_x0041_`, which Excel would read as a character's code, with its
  /// first underline escaped as the format asks.
  var forSpreadsheet: String {
    let text = controlFree
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4}_)/) { "_x005F_x\($0.output.1)" }
  }
}
