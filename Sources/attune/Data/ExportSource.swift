import AttuneExchange
import AttuneInstrument
import AttuneTables
import Foundation

/// What is exported: a study's answers, those of a file, or an instrument without any.
struct ExportSource {
  let instrument: Instrument
  /// `nil` of an instrument alone.
  let export: ResponseExport?
  /// What a reader should know before anything is written.
  let remarks: [String]
  /// Where files go if nobody says otherwise.
  let folder: String

  init(
    _ path: String, instrument: String?, form: String?, practice: Bool, scores: Bool
  ) throws {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, isFolder.boolValue {
      guard instrument == nil else {
        throw failure("'\(path)' is a study, which has its own instrument; leave --instrument out.")
      }
      let folder = try StudyFolder(path: path)
      let cases = try StudyCases(of: folder, form: form, practice: practice)
      self.instrument = folder.instrument
      let all = ResponseExport(cases.submissions, of: folder.instrument, isPractice: practice)
      export = scores ? all.withScores() : all
      remarks = cases.cautions.map(\.text)
      self.folder = path + "/exports"
      return
    }
    guard !practice, form == nil else {
      throw failure("--practice and --form belong to a study's folder; '\(path)' is not one.")
    }
    folder = "exports"
    if path.hasSuffix(".instrument") {
      self.instrument = try Instrument.load(path).0
      guard !scores else { throw failure("there are no answers in an instrument to be scored.") }
      export = nil
      remarks = []
      return
    }
    guard let instrument else {
      guard isThere else { throw FileFailure.missing(path) }
      throw failure("say with --instrument FILE what the columns of '\(path)' mean.")
    }
    self.instrument = try Instrument.load(instrument).0
    let read = try ResponseFile(path, of: self.instrument)
    export = scores ? read.export.withScores() : read.export
    remarks = [read.export.origin.warning].compactMap { $0 } + read.remarks
  }
}
