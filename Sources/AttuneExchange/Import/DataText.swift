import AttuneTables

/// Rows of texts as CSV that no spreadsheet computes with; numbers stay numbers.
enum DataText {
  static func csv(_ header: [String], _ rows: [[String]]) -> String {
    DelimitedRenderer.data.render(
      Table(
        "data", title: "data", columns: header.map { Column($0, $0, .text) },
        rows: rows.map { row in
          row.map { text in
            if let count = Int(text), "\(count)" == text { return .count(count) }
            guard let number = Double(text), number.isFinite, "\(number)" == text else {
              return .text(text)
            }
            return .real(number)
          }
        }))
  }
}
