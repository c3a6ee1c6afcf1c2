extension String {
  /// The text with nothing in it that HTML or XML would obey, as content or in a quoted attribute.
  package var inHTML: String { inert.inXML }

  /// The same, but for what steers a terminal or orders lines, which XML and HTML do not mind.
  package var inXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A literal of JSON that reads back as the text, with everything escaped that could steer a
  /// terminal, close a script of a page or be taken for no character.
  package var inJSON: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "<", ">", "&", "\u{FEFF}": result += scalar.hexEscape
      case _ where scalar.steers: result += scalar.hexEscape
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text with nothing in it that LaTeX would obey.
  ///
  /// Every special character has a command of its own, ligatures are kept apart, and a bracket or
  /// star cannot be taken for an option of the line break before it.
  package var inLaTeX: String {
    var result = ""
    for scalar in inert.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": result += "\\\(scalar)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "<": result += "\\textless{}"
      case ">": result += "\\textgreater{}"
      case "|": result += "\\textbar{}"
      case "\"": result += "\\textquotedbl{}"
      case "`": result += "\\textasciigrave{}"
      case "'": result += "\\textquotesingle{}"
      case "-": result += "{-}"
      case "[", "]", "*": result += "{\(scalar)}"
      case "\u{2212}": result += "\\textminus{}"
      case "\u{2400}"..."\u{2421}":
        // Few fonts have the pictures of control characters.
        result += "\\textbackslash{}u\\{\(String(scalar.value, radix: 16, uppercase: true))\\}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// `\u001b`, of the basic plane.
  fileprivate var hexEscape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
