import ArgumentParser
import AttuneExchange
import AttuneInstrument

/// What other programs a study's answers, or its questionnaire, are written for.
enum ExportFormat: String, CaseIterable {
  case csv, sav, dta, xlsx
  case dataPackage = "data-package"
  case r, python, ddi, fhir, redcap, xlsform

  /// Whether it is the questionnaire alone that is written.
  var needsNoAnswers: Bool {
    switch self {
    case .redcap, .xlsform: true
    default: false
    }
  }

  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// The formats of `csv,sav`; `all` names each.
  static func list(_ text: String) throws -> [ExportFormat] {
    try text.split(separator: ",").flatMap { word -> [ExportFormat] in
      let word = String(word).trimmingSpaces.lowercased()
      if word == "all" { return Array(allCases) }
      guard let format = Self(rawValue: word) else {
        throw ValidationError("There is no format '\(word)'; there is \(names), and all.")
      }
      return [format]
    }
  }
}
