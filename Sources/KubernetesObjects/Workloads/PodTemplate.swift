/// What the mapping reads of a PodTemplate, which makes no Pods but may be referred to by what does.
public struct PodTemplate: Sendable, Hashable {
  /// The metadata of the object.
  public var metadata: ObjectMeta
  /// The template that it holds.
  public var template: PodTemplateSpec

  /// An object with the given values.
  public init(metadata: ObjectMeta, template: PodTemplateSpec) {
    self.metadata = metadata
    self.template = template
  }
}

extension PodTemplate: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, template
  }

  /// The kind that the type reads.
  public static let kind = "PodTemplate"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = ""
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      template: try container.decodeIfPresent(PodTemplateSpec.self, forKey: .template) ?? PodTemplateSpec()
    )
  }
}
