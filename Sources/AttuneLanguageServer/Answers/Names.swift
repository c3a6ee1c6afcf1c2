import AttuneDiagnostics
import AttuneLanguage

struct Highlight: Encodable {
  var range: Range
}

struct RenameableName: Encodable {
  var range: Range
  var placeholder: String
}

extension LanguageServer {
  mutating func definition(_ parameters: PlaceParams) throws -> Location? {
    try with(parameters.textDocument) { document in
      let mention = document.outline().mention(at: document.offset(parameters.position))
      return mention?.definition.map {
        Location(uri: document.uri, range: document.range($0.place))
      }
    }
  }

  mutating func references(_ parameters: ReferenceParams) throws -> [Location] {
    let withDefinition = parameters.context?.includeDeclaration ?? true
    return try with(parameters.textDocument) { document in
      places(at: parameters.position, withDefinition: withDefinition, in: &document)
        .map { Location(uri: document.uri, range: $0) }
    }
  }

  mutating func highlights(_ parameters: PlaceParams) throws -> [Highlight] {
    try with(parameters.textDocument) { document in
      places(at: parameters.position, withDefinition: true, in: &document)
        .map(Highlight.init)
    }
  }

  mutating func prepareRename(_ parameters: PlaceParams) throws -> RenameableName? {
    try with(parameters.textDocument) { document in
      do {
        let offset = document.offset(parameters.position)
        let mention = try document.outline().renamable(at: offset)
        return RenameableName(
          range: document.range(mention.range), placeholder: mention.definition?.name ?? "")
      } catch RenamingRefusal.nothingNamed {
        return nil
      } catch {
        throw ResponseError(.requestFailed, "\(error)")
      }
    }
  }

  mutating func rename(_ parameters: RenameParams) throws -> WorkspaceEdit {
    try with(parameters.textDocument) { document in
      do {
        let offset = document.offset(parameters.position)
        let edits = try document.outline().renaming(at: offset, to: parameters.newName)
        return WorkspaceEdit(changes: [document.uri: document.edits(edits)])
      } catch {
        throw ResponseError(.requestFailed, "\(error)")
      }
    }
  }
}

private func places(
  at position: Position, withDefinition: Bool, in document: inout OpenDocument
) -> [Range] {
  let outline = document.outline()
  guard let definition = outline.mention(at: document.offset(position))?.definition else {
    return []
  }
  return outline.places(of: definition)
    .filter { withDefinition || $0 != definition.place }
    .map(document.range)
}
