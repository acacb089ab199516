"""An S3 server on a free port of the loopback interface, with one bucket.

Anybody may read the bucket; one access key may write it, and the signatures of every request are verified. Prints one
line of JSON with the address and the key, and ends when standard input does.
"""

import json
import logging
import sys

import boto3
from moto import settings
from moto.core.authorization import ActionAuthenticatorMixin as Authenticator
from moto.server import ThreadedMotoServer

BUCKET = "release"
# What has to be done before anybody has a key: user, policy, key, bucket, its policy.
SET_UP = 5

logging.getLogger("werkzeug").setLevel(logging.ERROR)


def client(service, url, key="setup", secret="setup"):
    return boto3.client(
        service,
        endpoint_url=url,
        region_name="eu-south-1",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
    )


def allow(action, resource, **more):
    statement = {"Effect": "Allow", "Action": action, "Resource": resource, **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def let_anybody_ask(authenticate):
    """Verifies whoever signs. Who does not is left to the policy of the bucket, and may only read."""

    def check(self, bucket_name=None, key_name=None):
        if "Authorization" in self.headers or self.method not in ("GET", "HEAD"):
            authenticate(self, bucket_name, key_name)

    return check


def main():
    settings.INITIAL_NO_AUTH_ACTION_COUNT = SET_UP
    check = Authenticator._authenticate_and_authorize_s3_action
    Authenticator._authenticate_and_authorize_s3_action = let_anybody_ask(check)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    iam, s3 = client("iam", url), client("s3", url)
    iam.create_user(UserName="publisher")
    iam.put_user_policy(UserName="publisher", PolicyName="all", PolicyDocument=allow("s3:*", "*"))
    key = iam.create_access_key(UserName="publisher")["AccessKey"]
    s3.create_bucket(
        Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-south-1"}
    )
    everything = f"arn:aws:s3:::{BUCKET}/*"
    s3.put_bucket_policy(Bucket=BUCKET, Policy=allow("s3:GetObject", everything, Principal="*"))
    print(
        json.dumps({"url": url, "key": key["AccessKeyId"], "secret": key["SecretAccessKey"]}),
        flush=True,
    )
    sys.stdin.read()
    server.stop()


main()
