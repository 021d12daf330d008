using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace EnPower.Emulator;

/// <summary>The OAuth 2.0 identity service, for the client credentials grant with a secret or a signed assertion only.</summary>
internal static class IdentityService
{
    public const string Scope = "enpower.data.read.all";

    private const string TokenPath = "connect/token";
    private const string GenerationClaim = "emulator_generation";

    public static IServiceCollection AddIdentityService(this IServiceCollection services, Uri authority, TimeSpan tokenLifetime)
    {
        string database = Guid.NewGuid().ToString();
        services.AddDbContext<DbContext>(context => context.UseInMemoryDatabase(database).UseOpenIddict());

        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new TransientKeyRepository());

        OpenIddictBuilder openIddict = services.AddOpenIddict();
        openIddict.AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>());
        openIddict.AddServer(server => Configure(server, authority, tokenLifetime));
        openIddict.AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.UseAspNetCore();
            validation.Configure(options => options.TokenValidationParameters.ClockSkew = TimeSpan.Zero);
        });
        return services;
    }

    public static void UseIdentityService(this IApplicationBuilder identity)
    {
        identity.UseAuthentication();
        identity.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>The principal of the token of the request; null unless the token is valid.</summary>
    public static async Task<ClaimsPrincipal?> AuthenticateBearerAsync(HttpContext context, ClientAccess access)
    {
        AuthenticateResult result = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        return result.Principal is { } bearer && bearer.GetClaim(GenerationClaim) == GenerationOf(access) ? bearer : null;
    }

    private static void Configure(OpenIddictServerBuilder server, Uri authority, TimeSpan tokenLifetime)
    {
        server.SetIssuer(authority)
            .SetTokenEndpointUris(TokenPath)
            .AllowClientCredentialsFlow()
            .RegisterScopes(Scope)
            .SetAccessTokenLifetime(tokenLifetime)
            .DisableAccessTokenEncryption()
            .DisableTokenStorage()
            .DisableAuthorizationStorage()
            .AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256))
            {
                KeyId = Guid.NewGuid().ToString("N"),
            })
            .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .Configure(options => options.TokenValidationParameters.ClockSkew = TimeSpan.Zero);
        server.UseAspNetCore();

        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler
            .UseSingletonHandler<RevokedClientHandler>()
            .SetOrder(int.MinValue));
        server.AddEventHandler<ValidateTokenContext>(handler => handler
            .UseSingletonHandler(new GenericAssertionHandler(new Uri(authority, TokenPath)))
            .SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 1));
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<TokenRequestHandler>());
    }

    private static string GenerationOf(ClientAccess access) => access.TokenGeneration.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// OpenIddict requires assertions of type "client-authentication+jwt" with the issuer as audience. AvePoint's samples, like
    /// most clients, send type "JWT" with the token endpoint as audience, so that is accepted as well.
    /// </summary>
    private sealed class GenericAssertionHandler(Uri tokenEndpoint) : IOpenIddictServerHandler<ValidateTokenContext>
    {
        public ValueTask HandleAsync(ValidateTokenContext context)
        {
            if (context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion))
            {
                context.TokenValidationParameters.TypeValidator = static (_, _, _) => JsonWebTokenTypes.ClientAuthentication;
                context.ValidAudiences.Add(tokenEndpoint.AbsoluteUri);
            }

            return default;
        }
    }

    private sealed class RevokedClientHandler(ClientAccess access) : IOpenIddictServerHandler<ValidateTokenRequestContext>
    {
        public ValueTask HandleAsync(ValidateTokenRequestContext context)
        {
            if (access.IsRevoked)
            {
                context.Reject(Errors.InvalidClient, "The client has been revoked.");
            }

            return default;
        }
    }

    private sealed class TokenRequestHandler(ClientAccess access, RegisteredClients clients)
        : IOpenIddictServerHandler<HandleTokenRequestContext>
    {
        public ValueTask HandleAsync(HandleTokenRequestContext context)
        {
            var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
            identity.SetClaim(Claims.Subject, context.ClientId);
            identity.SetClaim(GenerationClaim, GenerationOf(access));
            identity.SetDestinations(static _ => [Destinations.AccessToken]);
            if (context.ClientId == clients.ClientId)
            {
                // As in servers of the IdentityServer family, a request without scope is granted all scopes of the client.
                identity.SetScopes(context.Request.GetScopes() is { Length: > 0 } scopes ? scopes : [Scope]);
            }

            context.SignIn(new ClaimsPrincipal(identity));
            return default;
        }
    }
}
