import Foundation
import KubernetesObjects

/// What files are for, as what stands beside them says: a kustomization, or a Helm chart.
struct FileRoles {
  /// What a file is for.
  enum Role: Sendable, Hashable {
    /// It holds objects.
    case objects
    /// A chart makes objects of it, in a namespace that only the release knows.
    case template
    /// A kustomization changes objects by it.
    case patch(of: ExactString)
    /// A kustomization puts it into a ConfigMap or a Secret.
    case content
    /// It is a kustomization that makes other objects of those that it names.
    case kustomization
  }

  private var roles: [ExactString: Role] = [:]
  /// Whether a folder is below the templates of a chart.
  private var isBelowTemplates: [ExactString: Bool] = [:]
  private let workingFolder = FileManager.default.currentDirectoryPath

  /// The roles of files, of which some may be kustomizations.
  init(of paths: [String]) {
    var resources: Set<ExactString> = []
    for path in paths where Kustomization.fileNames.contains(where: { Self.isName($0, of: path) }) {
      let kustomization = Kustomization(at: path)
      let folder = absolute(path).dropLast()
      let place = { (file: ExactString) in ExactString(Self.path(of: Self.resolved(file.string, in: folder))) }
      for file in kustomization.contents { roles[place(file)] = .content }
      for file in kustomization.patches { roles[place(file)] = .patch(of: ExactString(path)) }
      resources.formUnion(kustomization.resources.map(place))
      if kustomization.changesObjects { roles[ExactString(Self.path(of: absolute(path)))] = .kustomization }
    }
    for resource in resources { roles[resource] = nil }
  }

  /// What a file is for.
  mutating func role(of path: String) -> Role {
    let components = absolute(path)
    if let role = roles[ExactString(Self.path(of: components))] { return role }
    return isInTemplates(components.dropLast()) ? .template : .objects
  }

  /// Whether a folder is the templates of a chart, or below them.
  private mutating func isInTemplates(_ folder: ArraySlice<String>) -> Bool {
    guard let last = folder.last else { return false }
    let key = ExactString(Self.path(of: folder))
    if let known = isBelowTemplates[key] { return known }
    let parent = folder.dropLast()
    let isTemplates = last == "templates" && FileKind(at: Self.path(of: parent + ["Chart.yaml"])) == .file
    let answer = isTemplates || isInTemplates(parent)
    isBelowTemplates[key] = answer
    return answer
  }

  /// The names that a path goes through, from the root on.
  private func absolute(_ path: String) -> ArraySlice<String> {
    path.hasPrefix("/") ? Self.resolved(path, in: []) : Self.resolved(path, in: Self.resolved(workingFolder, in: []))
  }

  private static func resolved(_ path: String, in folder: ArraySlice<String>) -> ArraySlice<String> {
    path.utf8.split(separator: UInt8(ascii: "/")).reduce(into: folder) { names, name in
      switch String(Substring(name)) {
      case ".": break
      case "..": _ = names.popLast()
      case let name: names.append(name)
      }
    }
  }

  private static func path(of names: ArraySlice<String>) -> String { "/" + names.joined(separator: "/") }

  private static func isName(_ name: String, of path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).last?.elementsEqual(name.utf8) ?? false
  }
}
