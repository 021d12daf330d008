namespace EnPower.Mutation;

/// <summary>One change of the source, compiled in beside the original and chosen by its number at run time.</summary>
internal sealed record Mutant(string Assembly, int Id, string File, int Line, string Original, string Replacement)
{
    /// <summary>
    /// Gets the folder that the score is counted by: one of a project, or all of the model, which has little logic.
    /// </summary>
    public string Folder => string.Join('/', File.Split('/')[..^1].Take(Assembly == "EnPower.Model" ? 2 : 3));

    public string Change => $"{Original} → {Replacement}";
}
