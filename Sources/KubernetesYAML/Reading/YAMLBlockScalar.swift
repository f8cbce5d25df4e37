/// The content of a block scalar while it is read.
struct YAMLBlockScalar {
  enum Style {
    case literal
    case folded
  }

  /// What becomes of the breaks at the end.
  enum Chomping {
    case strip
    case clip
    case keep
  }

  let style: Style
  var chomping = Chomping.clip
  var content = String.UnicodeScalarView()
  /// The break that ended the line before.
  var lineEnd: Unicode.Scalar?
  private var wasIndented = false

  init(style: Style) {
    self.style = style
  }

  /// Begins a line, after empty ones. A folded scalar joins lines that do not begin with whitespace.
  mutating func beginLine(with first: Unicode.Scalar, after breaks: [Unicode.Scalar]) {
    let isFolded = style == .folded && !wasIndented && !first.isWhitespace && lineEnd == "\n"
    if isFolded {
      if breaks.isEmpty { content.append(" ") }
    } else if let lineEnd {
      content.append(lineEnd)
    }
    content.append(contentsOf: breaks)
    wasIndented = first.isWhitespace
  }

  /// The content, with empty lines after it.
  func finished(before breaks: [Unicode.Scalar]) -> String {
    var content = content
    if chomping != .strip, let lineEnd { content.append(lineEnd) }
    if chomping == .keep { content.append(contentsOf: breaks) }
    return String(content)
  }
}
