import AttuneDiagnostics

extension Detail {
  /// `read worker: …`.
  static func read(_ path: Path<[ProseSyntax]>) -> Detail {
    Detail("read", argument: .name, content: .words) { block, line, reader in
      guard let role = reader.argumentName(line, .role) else { return }
      block[keyPath: path].append(ProseSyntax(words: reader.rest(), role: role))
    }
  }

  /// `term cen: complex emotional needs`.
  static func term(_ path: Path<[TermSyntax]>) -> Detail {
    Detail("term", argument: .name, content: .words) { block, line, reader in
      guard let name = reader.argumentName(line) else { return }
      block[keyPath: path].append(TermSyntax(name: name, words: reader.rest()))
    }
  }

  /// `uses: a, b, area1 to area9`; may stand several times.
  static func names(
    _ spelling: String, _ path: Path<[NameRun]>, of referent: Referent? = nil
  ) -> Detail {
    Detail(spelling, content: .names) { block, _, reader in
      let runs = reader.expectNames(referent)
      if reader.expectEnd() { block[keyPath: path] += runs }
    }
  }
}

extension Reader {
  /// The name that stands before the colon.
  mutating func argumentName(_ line: DetailLine, _ referent: Referent? = nil) -> Name? {
    guard let argument = line.argument else {
      report(.expected("a name before the colon", at: line.keyword))
      return nil
    }
    let name = Name(source.folded(argument), at: argument)
    if let referent { name.value.isEmpty ? expect(.name(referent)) : note(name, as: referent) }
    return name
  }

  /// The condition that stands before the colon.
  mutating func argumentCondition(_ line: DetailLine) -> Written<ConditionSyntax>? {
    guard let argument = line.argument else {
      report(.expected("a condition before the colon", at: line.keyword))
      return nil
    }
    var reader = Reader(source, argument, isWatching: isWatching && argument.upper == text.upper)
    let condition = reader.expectCondition()
    absorb(reader)
    return condition
  }
}
