import AttuneData
import AttuneExchange
import Foundation

/// What came in from another program's file.
struct Arrival {
  let text: DraftText
  /// The answers as CSV; `nil` of a questionnaire.
  var data: String?
  /// Why they are missing, as CSV of the same shape; `nil` where nobody says.
  var reasons: String?
  var findings: [String] = []

  init(_ path: String, named name: String, told: DelimitedDraft.Told) throws {
    if ForeignFile.isNamed(path) {
      let table = try ForeignFile.reading(path).table
      text = DraftText(InstrumentDraft(table, named: name))
      let names = text.names
      let columns = table.variables.map { names[$0.name] ?? $0.name }
      data = table.csv(naming: columns)
      reasons = table.reasons(naming: columns)
      findings = ["\(table.rows.count) rows of \(table.variables.count) variables."]
      return
    }
    let bytes = try Self.bytes(of: path)
    switch URL(filePath: path).pathExtension.lowercased() {
    case "xlsx": text = DraftText(try InstrumentDraft(xlsForm: bytes, named: name))
    case "osd", "json": text = DraftText(try InstrumentDraft(osd: bytes, named: name))
    default:
      if let dictionary = try? InstrumentDraft(
        redcap: String(decoding: bytes, as: UTF8.self), named: name)
      {
        text = DraftText(dictionary)
        return
      }
      do {
        let read = try DelimitedDraft(
          bytes, named: name, told: told)
        text = DraftText(read.draft)
        data = read.csv(as: text)
        findings = read.findings
      } catch let error as DelimitedTextError {
        throw failure("\(path), \(error)")
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileFailure.missing(path)
    }
    guard !isFolder.boolValue else { throw FileFailure.folder(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileFailure.unreadable(path)
    }
    return Array(data)
  }
}
