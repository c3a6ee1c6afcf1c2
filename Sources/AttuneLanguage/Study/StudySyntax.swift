/// A study's file as written: the study, and groups whose levels the facilitator sets.
struct StudySyntax: Sendable {
  var studies: [StudyBlock] = []
  var groups: [GroupBlock] = []
}

extension Parser {
  /// The file of a study.
  mutating func parseStudy() -> StudySyntax {
    var syntax = StudySyntax()
    expectFileHeading(.study)
    while let heading = parseNextHeading() {
      if heading.kind == .study {
        syntax.studies.append(parseBlock(StudyBlock.self, heading))
      } else {
        syntax.groups.append(parseBlock(GroupBlock.self, heading))
      }
    }
    return syntax
  }
}
