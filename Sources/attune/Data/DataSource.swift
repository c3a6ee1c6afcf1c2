import AttuneInstrument
import Foundation

/// What the DATA of a results command turned out to be.
enum DataSource {
  case study(StudyCases)
  /// A delimited file, with the instrument that explains it if one was given.
  case file(Instrument?)

  init(_ arguments: DataArguments) throws {
    var isFolder: ObjCBool = false
    let path = arguments.data
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      guard arguments.instrument == nil else {
        throw failure("'\(path)' is a study, which has its own instrument; leave --instrument out.")
      }
      self = .study(
        try StudyCases(
          of: StudyFolder(path: path), form: arguments.form, practice: arguments.practice))
      return
    }
    guard !arguments.practice, arguments.form == nil else {
      throw failure("--practice and --form belong to a study's folder; '\(path)' is not one.")
    }
    self = .file(try arguments.instrument.map { try Instrument.load($0).0 })
  }

  var instrument: Instrument? {
    switch self {
    case .study(let cases): cases.instrument
    case .file(let instrument): instrument
    }
  }
}
