// An identity server on a free port of this machine. What it needs to know comes as one line of JSON on standard input;
// its address goes to standard output. Ends when standard input does.
import https from 'node:https';
import readline from 'node:readline';
import { Provider } from 'oidc-provider';

const lines = readline.createInterface({ input: process.stdin });
lines.once('line', (line) => start(JSON.parse(line)));
lines.once('close', () => process.exit());

function start({ certificate, privateKey, secretClient, certificateClient, scope }) {
  const server = https.createServer({ cert: certificate, key: privateKey });
  server.listen(0, 'localhost', () => {
    const issuer = `https://localhost:${server.address().port}`;
    const common = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [], scope };
    const provider = new Provider(issuer, {
      clients: [
        { ...common, ...secretClient, token_endpoint_auth_method: 'client_secret_post' },
        {
          ...common,
          client_id: certificateClient.client_id,
          jwks: { keys: [certificateClient.jwk] },
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'RS256',
        },
      ],
      clientAuthMethods: ['client_secret_post', 'private_key_jwt'],
      features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
      scopes: [scope],
    });
    server.on('request', provider.callback());
    console.log(issuer);
  });
}
