import AttuneTables
import CXLSXWriter

/// How cells look in a workbook.
struct WorkbookStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>
  let title: Format?
  let heading: Format?
  /// Over numbers.
  let headingOfNumbers: Format?
  let text: Format?
  let note: Format?
  private let numbers: [Column.Style: Format?]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    title = workbook_add_format(workbook)
    format_set_bold(title)
    func top() -> Format? {
      let format = workbook_add_format(workbook)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      return format
    }
    heading = top()
    headingOfNumbers = top()
    format_set_align(headingOfNumbers, UInt8(LXW_ALIGN_RIGHT.rawValue))
    for format in [heading, headingOfNumbers] {
      format_set_bold(format)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    text = top()
    note = top()
    format_set_text_wrap(note)
    // As APA style shows them.
    let patterns: [Column.Style: String] = [
      .count: "0", .number: "0.00", .bounded: ".00",
      .pValue: "[<0.001]\"< .001\";[>0.999]\"> .999\";.000",
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
    var widths: [Int] = []
    for (column, heading) in table.columns.enumerated() {
      let isNumber = sheet.layout == .results && heading.style != .text
      try put(
        sheet.layout == .data ? heading.name : heading.label, row, column,
        isNumber ? styles.headingOfNumbers : styles.heading)
      let longest = table.rows.reduce(heading.label.count) { longest, cells in
        if case .text(let text) = cells[column].content {
          max(longest, text.count)
        } else {
          longest
        }
      }
      widths.append(min(max(longest + 2, 9), 60))
      try Workbook.check(
        worksheet_set_column(
          worksheet, UInt16(column), UInt16(column), Double(widths[column]), nil))
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
    // So wide that a line can be read, over as many columns as that takes.
    var (last, width) = (-1, 0)
    while width < 80 || last < 1 {
      last += 1
      width += last < widths.count ? widths[last] : 9
    }
    for note in notes {
      row += 1
      try Workbook.check(
        worksheet_merge_range(
          worksheet, UInt32(row), 0, UInt32(row), UInt16(last), note.forSpreadsheet, styles.note))
      let lines = Double((note.count + width - 1) / width)
      try Workbook.check(worksheet_set_row(worksheet, UInt32(row), 15 * max(1, lines), nil))
    }
    // On paper a table is as wide as a page.
    worksheet_set_landscape(worksheet)
    worksheet_fit_to_pages(worksheet, 1, 0)
  }

  private func put(
    _ cell: Cell, _ row: Int, _ column: Int, _ style: Column.Style, _ layout: Workbook.Layout,
    _ reasons: inout [String]
  ) throws {
    switch cell.content {
    case .text(let text):
      if !text.isEmpty { try put(text, row, column, styles.text) }
    case .count(let count) where count.magnitude > 1 << 53:
      // A cell's number is a double, and this is none.
      try put("\(count)", row, column, nil)
    case .count(let count): try put(Double(count), row, column, styles.number(.count))
    case .real(let number):
      let shown = style == .degrees ? number == number.rounded() ? .count : .number : style
      try put(number, row, column, layout == .data ? nil : styles.number(shown))
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
