import AttuneTables

/// An element of XML or HTML; whatever text it holds is text, and never markup.
struct Markup: Sendable {
  private let opening: String
  private let name: String
  private var children: [Child]

  private enum Child: Sendable {
    case text(String)
    case element(Markup)
  }

  init(_ name: String, _ attributes: [(String, String)] = [], _ children: [Markup] = []) {
    self.name = name
    opening = name + attributes.map { " \($0)=\"\($1.asMarkup)\"" }.joined()
    self.children = children.map(Child.element)
  }

  init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.init(name, attributes)
    children = [.text(text)]
  }

  /// Lines, two spaces deeper for each level; `isVoid` names the elements that are never closed.
  func rendered(at indent: String = "", isVoid: (String) -> Bool = { _ in false }) -> String {
    if children.isEmpty {
      return "\(indent)<\(opening)" + (isVoid(name) ? ">" : name == "script" ? "></\(name)>" : "/>")
        + "\n"
    }
    if case .text(let text) = children[0], children.count == 1 {
      return "\(indent)<\(opening)>\(text.asMarkup)</\(name)>\n"
    }
    let inner = children.map { child in
      switch child {
      case .text(let text): "\(indent)  \(text.asMarkup)\n"
      case .element(let element): element.rendered(at: indent + "  ", isVoid: isVoid)
      }
    }
    return "\(indent)<\(opening)>\n\(inner.joined())\(indent)</\(name)>\n"
  }
}

extension String {
  /// As text or an attribute of XML or HTML, with what orders lines unseen as a number.
  var asMarkup: String {
    controlFree.inXML.unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar.isInvisible ? "&#x\(String(scalar.value, radix: 16));" : String(scalar)
    }
  }
}
