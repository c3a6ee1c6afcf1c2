import AttuneTables

/// Rows of texts as CSV that no spreadsheet computes with; numbers stay numbers.
enum DataText {
  static func csv(_ header: [String], _ rows: [[String]]) -> String {
    DelimitedRenderer.data.render(
      Table(
        "data", title: "data", columns: header.map { Column($0, $0, .text) },
        rows: rows.map { row in
          row.map { text in
            guard let number = Double(text), number.isFinite, "\(number)" == text else {
              return Int(text).map { "\($0)" == text ? .count($0) : .text(text) } ?? .text(text)
            }
            return .real(number)
          }
        }))
  }
}
