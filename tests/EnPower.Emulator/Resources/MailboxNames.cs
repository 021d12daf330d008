namespace EnPower.Emulator;

/// <summary>The words in the names of synthetic mailboxes.</summary>
internal static class MailboxNames
{
    /// <summary>Given names, each with its form in an address.</summary>
    public static readonly (string Text, string Address)[] First =
    [
        ("Amelia", "amelia"), ("Noah", "noah"), ("Sofia", "sofia"), ("Lucas", "lucas"), ("Priya", "priya"),
        ("Mateo", "mateo"), ("Chloé", "chloe"), ("Jürgen", "juergen"), ("Aisha", "aisha"), ("Oliver", "oliver"),
        ("Ingrid", "ingrid"), ("Tomasz", "tomasz"), ("陽菜", "hina"), ("René", "rene"), ("Grace", "grace"),
        ("Robert \"Bob\"", "bob"), ("Fatima", "fatima"), ("Daniel", "daniel"), ("Zoë", "zoe"), ("Marcus", "marcus"),
        ("Elena", "elena"), ("Kwame", "kwame"), ("Søren", "soeren"),
    ];

    /// <summary>Family names, each with its form in an address.</summary>
    public static readonly (string Text, string Address)[] Last =
    [
        ("Smith", "smith"), ("Müller", "mueller"), ("García", "garcia"), ("Johnson", "johnson"), ("Okafor", "okafor"),
        ("日本", "nihon"), ("Kowalski", "kowalski"), ("Dubois", "dubois"), ("Patel", "patel"), ("Hansen", "hansen"),
        ("O'Neil, Jr.", "oneil"), ("Rossi", "rossi"), ("Nguyen", "nguyen"), ("Andersson", "andersson"), ("Silva", "silva"),
        ("Brown", "brown"), ("Novák", "novak"), ("Ivanova", "ivanova"), ("Chen", "chen"), ("Walker", "walker"),
        ("Haddad", "haddad"), ("Schäfer", "schaefer"), ("Moreau", "moreau"), ("Lindqvist", "lindqvist"),
        ("Tanaka", "tanaka"), ("Reyes", "reyes"), ("Becker", "becker"), ("Murphy", "murphy"), ("Costa", "costa"),
    ];

    /// <summary>Purposes of shared mailboxes, each with its form in an address.</summary>
    public static readonly (string Text, string Address)[] Purpose =
    [
        ("Accounts Payable", "accounts.payable"), ("Customer Support", "support"), ("Facilities", "facilities"),
        ("Human Resources", "hr"), ("Info Desk", "info"), ("Press Office", "press"), ("Réception", "reception"),
        ("Sales, EMEA", "sales.emea"), ("Shipping", "shipping"), ("Training", "training"), ("Vertrieb Süd", "vertrieb.sued"),
    ];

    /// <summary>External domains for forwarding.</summary>
    public static readonly string[] ExternalDomain = ["example.com", "example.net", "example.org", "partner.example"];

    /// <summary>Departments of users.</summary>
    public static readonly string[] Department = ["Finance", "Engineering", "Legal", "Operations", "Marketing"];
}
