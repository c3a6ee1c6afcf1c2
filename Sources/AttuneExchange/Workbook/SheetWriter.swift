import AttuneTables
import CXLSXWriter

/// How cells look in a workbook.
struct WorkbookStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>
  let title: Format?
  let heading: Format?
  let wrapped: Format?
  private let numbers: [Column.Style: Format?]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    title = workbook_add_format(workbook)
    format_set_bold(title)
    heading = workbook_add_format(workbook)
    format_set_bold(heading)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    wrapped = workbook_add_format(workbook)
    format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    let patterns: [Column.Style: String] = [
      .count: "0", .number: "0.00", .bounded: "0.00", .pValue: "[<0.001]\"< .001\";0.000",
    ]
    numbers = patterns.mapValues { pattern in
      let format = workbook_add_format(workbook)
      format_set_num_format(format, pattern)
      return format
    }
  }

  func number(_ style: Column.Style) -> Format? { numbers[style] ?? nil }
}

/// Writes one table to one sheet.
struct SheetWriter {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let styles: WorkbookStyles

  init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: WorkbookStyles) {
    self.worksheet = worksheet
    self.styles = styles
  }

  func write(_ sheet: Workbook.Sheet) throws {
    let table = sheet.table
    var row = 0
    if sheet.layout == .results {
      try put(table.title, row, 0, styles.title)
      row += 1
    }
    for (column, heading) in table.columns.enumerated() {
      try put(sheet.layout == .data ? heading.name : heading.label, row, column, styles.heading)
      let width = Double(min(max(heading.label.count + 2, 9), 60))
      try Workbook.check(
        worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil))
    }
    row += 1
    worksheet_freeze_panes(worksheet, UInt32(row), 0)
    var reasons: [String] = []
    for cells in table.rows {
      for (column, cell) in cells.enumerated() {
        try put(cell, row, column, table.columns[column].style, sheet.layout, &reasons)
      }
      row += 1
    }
    guard sheet.layout == .results else { return }
    let notes =
      reasons.enumerated().map { "(\($0 + 1)) Not available because \($1)." } + table.notes
    for note in notes {
      row += 1
      try put(note, row, 0, nil)
    }
  }

  private func put(
    _ cell: Cell, _ row: Int, _ column: Int, _ style: Column.Style, _ layout: Workbook.Layout,
    _ reasons: inout [String]
  ) throws {
    switch cell.content {
    case .text(let text):
      if !text.isEmpty { try put(text, row, column, styles.wrapped) }
    case .count(let count) where count.magnitude > 1 << 53:
      // A cell's number is a double, and this is none.
      try put("\(count)", row, column, nil)
    case .count(let count): try put(Double(count), row, column, styles.number(.count))
    case .real(let number):
      try put(number, row, column, layout == .data ? nil : styles.number(style))
    case .unavailable(let reason):
      guard layout == .results else { return }
      let number = reasons.firstIndex(of: reason) ?? reasons.count
      if number == reasons.count { reasons.append(reason) }
      try put("n/a (\(number + 1))", row, column, nil)
    }
  }

  private func put(
    _ number: Double, _ row: Int, _ column: Int, _ format: WorkbookStyles.Format?
  ) throws {
    try Workbook.check(
      worksheet_write_number(worksheet, UInt32(row), UInt16(column), number, format))
  }

  private func put(
    _ text: String, _ row: Int, _ column: Int, _ format: WorkbookStyles.Format?
  ) throws {
    try Workbook.check(
      worksheet_write_string(
        worksheet, UInt32(row), UInt16(column), text.forSpreadsheet, format))
  }
}
