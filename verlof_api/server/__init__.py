"""The gunicorn worker of this service: whole requests in, whole answers out, and nobody waits for a slow client.

A thread is only taken once a request is complete in memory, and given back before its answer is sent. So whoever sends
slowly, reads slowly or says nothing holds a socket for a few seconds and no more. asyncio moves the bytes, gunicorn
keeps the processes and decides where a request ends; what is ours is the order of things and the deadlines.

`worker.py` accepts, works in threads and stops; `crowd.py` knows who is connected and who has to go; `connection.py` is
the life of one connection; `exchange.py` turns a request into WSGI and an answer into bytes; `log.py` puts what
gunicorn tells in our log. None of them knows this service: `verlof_api.gunicorn_conf` names the worker, and the
application hands over its `fault_app`.
"""
