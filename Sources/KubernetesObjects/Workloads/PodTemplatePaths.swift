/// Where kinds that this library does not know have the template of their Pods, as the caller names it.
///
/// A decoder gets them through its `userInfo`:
///
/// ```swift
/// let decoder = JSONDecoder()
/// decoder.userInfo = PodTemplatePaths(["FlinkDeployment": "spec.podTemplate"]).userInfo
/// ```
public struct PodTemplatePaths: Sendable, Hashable {
  private var paths: [ExactString: ExactString]

  /// The paths of some kinds, e.g. `spec.template`, by their names: `FlinkDeployment`, or with the group of the API
  /// `FlinkDeployment.flink.apache.org`, which goes first. They are added to those that are known: of OpenShift's DeploymentConfig and
  /// Knative's Service.
  public init(_ paths: [String: String] = [:]) {
    self.paths = Self.known
    for (kind, path) in paths { self.paths[ExactString(kind)] = ExactString(path) }
  }

  /// The paths that are always known.
  private static let alwaysKnown = PodTemplatePaths()

  private static let known: [ExactString: ExactString] = [
    "DeploymentConfig.apps.openshift.io": "spec.template",
    "Service.serving.knative.dev": "spec.template",
  ]

  /// The paths, for the `userInfo` of a decoder.
  public var userInfo: [CodingUserInfoKey: any Sendable] { Self.key.map { [$0: self] } ?? [:] }

  /// The paths that a decoder was given; the known ones if it was given none.
  init(of decoder: any Decoder) {
    self = Self.key.flatMap { decoder.userInfo[$0] as? PodTemplatePaths } ?? .alwaysKnown
  }

  private static let key = CodingUserInfoKey(rawValue: "KubernetesObjects.PodTemplatePaths")

  /// The keys that lead to the template of a type; nil if it is not known to have one.
  public func path(of type: ObjectType) -> [String]? {
    let path = paths[ExactString("\(type.kind).\(type.apiGroup)")] ?? paths[ExactString(type.kind)]
    return path?.string.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
  }
}
