/// The sheets of an `.xlsx` workbook, as grids of texts.
struct WorkbookReader {
  private let archive: ZipArchive
  private let paths: [String: String]
  private let strings: [String]

  /// No sheet of questions is wider.
  private static let mostColumns = 1_000

  /// - Throws: `ImportError` where the bytes are no workbook.
  init(_ bytes: [UInt8]) throws {
    guard let archive = ZipArchive(bytes), let book = archive.text("xl/workbook.xml"),
      let relations = archive.text("xl/_rels/workbook.xml.rels")
    else { throw ImportError.notThis("an .xlsx workbook", because: "it does not hold one") }
    self.archive = archive
    var targets: [String: String] = [:]
    var scanner = XMLScanner(relations)
    scanner.forEach { event in
      if case .start("Relationship", let attributes) = event, let id = attributes["Id"] {
        targets[id] = attributes["Target"]
      }
    }
    var paths: [String: String] = [:]
    scanner = XMLScanner(book)
    scanner.forEach { event in
      if case .start("sheet", let attributes) = event, let name = attributes["name"],
        let target = attributes["id"].flatMap({ targets[$0] })
      {
        paths[name] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
    }
    self.paths = paths
    strings = Self.strings(archive.text("xl/sharedStrings.xml") ?? "")
  }

  /// The sheet called `name`, its first row the names of the columns.
  func grid(_ name: String) -> Grid? {
    guard let path = paths[name], let text = archive.text(path) else { return nil }
    var rows: [[String]] = []
    var cell = (kind: "", column: 0, value: "")
    var isValue = false
    var scanner = XMLScanner(text)
    scanner.forEach { event in
      switch event {
      case .start("row", _): rows.append([])
      case .start("c", let attributes):
        let column = attributes["r"].flatMap(Self.column) ?? (rows.last?.count ?? 0)
        cell = (attributes["t"] ?? "", column, "")
      case .start("v", _), .start("t", _): isValue = true
      case .end("v"), .end("t"): isValue = false
      case .text(let text): if isValue { cell.value += text }
      case .end("c"):
        guard !rows.isEmpty, cell.column < Self.mostColumns else { return }
        let value =
          cell.kind == "s"
          ? Int(cell.value).flatMap { strings.indices ~= $0 ? strings[$0] : nil } ?? ""
          : cell.value
        while rows[rows.count - 1].count <= cell.column { rows[rows.count - 1].append("") }
        rows[rows.count - 1][cell.column] = value.replacing("_x005F_x", with: "_x")
      default: break
      }
    }
    guard let header = rows.first else { return nil }
    return Grid(header: header, rows: rows.dropFirst().filter { $0.contains { !$0.isEmpty } })
  }

  private static func strings(_ text: String) -> [String] {
    var strings: [String] = []
    var isText = false
    var scanner = XMLScanner(text)
    scanner.forEach { event in
      switch event {
      case .start("si", _): strings.append("")
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let text): if isText, !strings.isEmpty { strings[strings.count - 1] += text }
      default: break
      }
    }
    return strings
  }

  /// `AB12` is column 27.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { 65...90 ~= $0 }
    guard 1...3 ~= letters.count else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}

extension ZipArchive {
  func text(_ name: String) -> String? { file(name).map { String(decoding: $0, as: UTF8.self) } }
}
